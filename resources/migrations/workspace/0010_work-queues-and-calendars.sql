CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`customer_group` text NOT NULL,
	`kind` text NOT NULL,
	`follows` text,
	`units` text NOT NULL,
	`hours` text NOT NULL,
	`years` text NOT NULL,
	`exceptions` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendars_name` ON `calendars` (`name`);--> statement-breakpoint
CREATE INDEX `calendars_scope` ON `calendars` (`scope`,`id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sort` text NOT NULL,
	`descending` integer NOT NULL,
	`shared` integer NOT NULL,
	`system` text,
	`removed` integer NOT NULL,
	`columns` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_owner_and_system` ON `saved_views` (`owner_id`,`system`);--> statement-breakpoint
CREATE INDEX `saved_views_scope` ON `saved_views` (`scope`,`id`);--> statement-breakpoint
ALTER TABLE `leases` ADD `taken_from` text;--> statement-breakpoint
ALTER TABLE `leases` ADD `take_over_reason` text;--> statement-breakpoint
CREATE INDEX `leases_by_holder` ON `leases` (`holder`,`until_ms`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_returns` ON `supplier_invoices` (`queue`,`returns_on`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_type` ON `supplier_invoices` (`queue`,`document_type`,`received_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_known` ON `supplier_invoices` (`queue`,`supplier_id`,`received_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_skeleton` ON `supplier_invoices` (`queue`,`sender_key`,`number_skeleton`,`id`);