-- Changes that wait for a second person, and what suppliers are known by besides: how to reach them, agreed days, blocks, merges, ends.
-- Payment numbers that are there already are in force.
CREATE TABLE `register_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`state` text NOT NULL,
	`supplier_id` text NOT NULL,
	`reason` text NOT NULL,
	`ring` text,
	`requested_by` text NOT NULL,
	`requested_at_ms` integer NOT NULL,
	`decided_by` text,
	`decided_at_ms` integer,
	`refusal` text,
	`wanted` text NOT NULL,
	`source` text NOT NULL,
	`call_back` text
);
--> statement-breakpoint
CREATE INDEX `register_changes_by_supplier_and_state` ON `register_changes` (`supplier_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `register_changes_scope` ON `register_changes` (`scope`,`id`);--> statement-breakpoint
CREATE INDEX `register_changes_by_state_and_time` ON `register_changes` (`state`,`requested_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `register_changes_by_supplier` ON `register_changes` (`supplier_id`,`requested_at_ms`,`id`);--> statement-breakpoint
ALTER TABLE `payment_numbers` ADD `holder` text;--> statement-breakpoint
ALTER TABLE `payment_numbers` ADD `state` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `email` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `payment_days` integer;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `blocked_for` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `ended_on` text;--> statement-breakpoint
CREATE INDEX `suppliers_by_merged_into` ON `suppliers` (`merged_into`,`id`);