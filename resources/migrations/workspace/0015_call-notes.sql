-- Notes of telephone calls (samtalsnoteringar), and the reasons that they are counted by.
CREATE TABLE `call_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`unit_id` text NOT NULL,
	`line_id` text,
	`reason_id` text,
	`invoice_id` text,
	`supplier_id` text,
	`customer_id` text,
	`began_at_ms` integer NOT NULL,
	`ended_at_ms` integer NOT NULL,
	`noted_by` text NOT NULL,
	`answer_wanted` integer NOT NULL,
	`answered_by` text,
	`answered_at_ms` integer,
	`replaces` text,
	`replaced_by` text,
	`caller` text NOT NULL,
	`answer` text,
	`text` text NOT NULL,
	`awaits_since_ms` integer
);
--> statement-breakpoint
CREATE INDEX `call_notes_scope` ON `call_notes` (`scope`,`id`);--> statement-breakpoint
CREATE INDEX `call_notes_by_began` ON `call_notes` (`began_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `call_notes_by_awaits` ON `call_notes` (`awaits_since_ms`,`id`);--> statement-breakpoint
CREATE INDEX `call_notes_by_noter` ON `call_notes` (`noted_by`,`began_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `call_notes_by_invoice` ON `call_notes` (`invoice_id`,`began_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `call_notes_by_supplier` ON `call_notes` (`supplier_id`,`began_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `call_notes_by_customer` ON `call_notes` (`customer_id`,`began_at_ms`,`id`);--> statement-breakpoint
CREATE TABLE `call_reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`through_day` text
);
--> statement-breakpoint
CREATE INDEX `call_reasons_scope` ON `call_reasons` (`scope`,`id`);