CREATE TABLE `supplier_external_ids` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`supplier_id` text NOT NULL,
	`system` text NOT NULL,
	`external_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_external_ids_external_id` ON `supplier_external_ids` (`system`,`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_external_ids_supplier` ON `supplier_external_ids` (`supplier_id`,`system`);--> statement-breakpoint
CREATE INDEX `supplier_external_ids_scope` ON `supplier_external_ids` (`scope`,`id`);--> statement-breakpoint
ALTER TABLE `payment_numbers` ADD `bic` text;--> statement-breakpoint
ALTER TABLE `payment_numbers` ADD `from_day` text;--> statement-breakpoint
ALTER TABLE `payment_numbers` ADD `through_day` text;--> statement-breakpoint
ALTER TABLE `payment_numbers` ADD `change_id` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `gln` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `peppol_id` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `protected_by` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `addresses` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `contacts` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `e_invoice` text;