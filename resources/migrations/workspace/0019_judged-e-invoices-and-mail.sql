-- What the rules said of an e-invoice when it came, and the view of those that are faulty; which message a file was attached to.
ALTER TABLE `source_files` ADD `mail` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `soundness` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `judgement` text;--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_soundness` ON `supplier_invoices` (`queue`,`soundness`,`received_at_ms`,`id`);