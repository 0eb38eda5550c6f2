ALTER TABLE `supplier_invoices` ADD `returned_by` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `fault` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `notes` text;