-- What the duplicate check looks up by (see run/entities/supplier-invoice.ts), and the false alarms that somebody has released. The computed
-- columns of rows that are there already are filled in when an older workspace is opened.
ALTER TABLE `supplier_invoices` ADD `number_tail` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `ocr_reference` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `picture_band0` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `picture_band1` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `picture_band2` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `picture_band3` text;--> statement-breakpoint
ALTER TABLE `supplier_invoices` ADD `released_twins` text;--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_total_and_tail` ON `supplier_invoices` (`total_minor`,`number_tail`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_sender_and_total` ON `supplier_invoices` (`sender_key`,`total_minor`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_ocr_reference` ON `supplier_invoices` (`ocr_reference`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_picture_band0` ON `supplier_invoices` (`picture_band0`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_picture_band1` ON `supplier_invoices` (`picture_band1`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_picture_band2` ON `supplier_invoices` (`picture_band2`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_picture_band3` ON `supplier_invoices` (`picture_band3`,`id`);