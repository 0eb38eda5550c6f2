DROP INDEX `supplier_invoices_queue_by_dated`;--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_days` ON `supplier_invoices` (`queue`,`invoice_day`,`received_at_ms`,`sort_due`,`id`);