-- Where the pages of a file went, and what corrections on the picture taught. Files that were read before had no dropped pages, and none
-- was known to be an appendix.
CREATE TABLE `learned_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`state` text NOT NULL,
	`unit_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`field` text NOT NULL,
	`taught_by` text NOT NULL,
	`taught_at_ms` integer NOT NULL,
	`invoice_id` text NOT NULL,
	`correction_id` text NOT NULL,
	`example_text` text NOT NULL,
	`replaced_by` text,
	`anchor` text NOT NULL,
	`replay` text
);
--> statement-breakpoint
CREATE INDEX `learned_rules_by_supplier` ON `learned_rules` (`supplier_id`,`id`);--> statement-breakpoint
CREATE INDEX `learned_rules_by_correction` ON `learned_rules` (`correction_id`,`id`);--> statement-breakpoint
CREATE INDEX `learned_rules_by_state` ON `learned_rules` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `learned_rules_scope` ON `learned_rules` (`scope`,`id`);--> statement-breakpoint
ALTER TABLE `source_files` ADD `invoice_page_count` integer;--> statement-breakpoint
ALTER TABLE `source_files` ADD `appendix_page_count` integer;--> statement-breakpoint
ALTER TABLE `source_files` ADD `dropped` text;--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_supplier_and_state` ON `supplier_invoices` (`supplier_id`,`state`,`id`);
--> statement-breakpoint
UPDATE `source_files` SET `invoice_page_count` = `page_count`, `appendix_page_count` = 0, `dropped` = '[]' WHERE `state` = 'read';
