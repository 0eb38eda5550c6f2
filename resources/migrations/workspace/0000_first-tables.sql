CREATE TABLE `command` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`actor` text NOT NULL,
	`device` text NOT NULL,
	`issued_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`outcome_kind` text NOT NULL,
	`epoch` integer NOT NULL,
	`seq_first` integer NOT NULL,
	`seq_last` integer NOT NULL,
	`input` text NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`tx` integer NOT NULL,
	`command_id` text NOT NULL,
	`scope` text NOT NULL,
	`op` text NOT NULL,
	`entity` text NOT NULL,
	`row_id` text NOT NULL,
	`rev` integer NOT NULL,
	`body` text
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`command_id` text NOT NULL,
	`place` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`at_ms` integer NOT NULL,
	`scope` text NOT NULL,
	`event` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_command_and_place` ON `events` (`command_id`,`place`);--> statement-breakpoint
CREATE INDEX `events_by_command` ON `events` (`command_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`subject_id`,`at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `events_by_actor` ON `events` (`actor`,`at_ms`,`id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`from_day` text NOT NULL,
	`through_day` text
);
--> statement-breakpoint
CREATE INDEX `grants_by_person` ON `grants` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `log_head` (
	`log` text PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `payment_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`supplier_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `payment_numbers_by_number` ON `payment_numbers` (`kind`,`number`,`id`);--> statement-breakpoint
CREATE INDEX `payment_numbers_by_supplier` ON `payment_numbers` (`supplier_id`,`id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`name` text NOT NULL,
	`initials` text NOT NULL,
	`human` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source_files` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`channel` text NOT NULL,
	`sha256` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`received_by` text NOT NULL,
	`unit_id` text NOT NULL,
	`page_count` integer,
	`document_count` integer,
	`read_at_ms` integer,
	`reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_files_sha256` ON `source_files` (`unit_id`,`sha256`);--> statement-breakpoint
CREATE INDEX `source_files_by_state` ON `source_files` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `source_files_newest` ON `source_files` (`received_at_ms`,`id`);--> statement-breakpoint
CREATE TABLE `suppliers` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`name` text NOT NULL,
	`organisation_number` text,
	`vat_number` text,
	`street` text,
	`postcode` text,
	`city` text,
	`sort_name` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suppliers_organisation_number` ON `suppliers` (`organisation_number`);--> statement-breakpoint
CREATE INDEX `suppliers_by_sort_name` ON `suppliers` (`sort_name`,`id`);--> statement-breakpoint
CREATE TABLE `supplier_invoices` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`state` text NOT NULL,
	`unit_id` text NOT NULL,
	`file_id` text NOT NULL,
	`file_index` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`document_type` text NOT NULL,
	`supplier_id` text,
	`parked_reason` text,
	`parked_note` text,
	`parked_by` text,
	`returns_on` text,
	`verified_by` text,
	`verified_at_ms` integer,
	`queue` text,
	`number` text,
	`invoice_day` text,
	`total_minor` integer,
	`currency` text,
	`supplier_name` text,
	`sender_key` text,
	`number_skeleton` text,
	`sort_supplier` text,
	`sort_number` text,
	`sort_due` text,
	`sort_total` integer,
	`pages` text NOT NULL,
	`fields` text NOT NULL,
	`lines` text NOT NULL,
	`vat` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_invoices_document` ON `supplier_invoices` (`file_id`,`file_index`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_sender_and_skeleton` ON `supplier_invoices` (`sender_key`,`number_skeleton`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_total_and_day` ON `supplier_invoices` (`total_minor`,`invoice_day`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_received` ON `supplier_invoices` (`queue`,`received_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_due` ON `supplier_invoices` (`queue`,`sort_due`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_total` ON `supplier_invoices` (`queue`,`sort_total`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_supplier` ON `supplier_invoices` (`queue`,`sort_supplier`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_queue_by_number` ON `supplier_invoices` (`queue`,`sort_number`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_all_by_received` ON `supplier_invoices` (`received_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_all_by_due` ON `supplier_invoices` (`sort_due`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_all_by_total` ON `supplier_invoices` (`sort_total`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_all_by_supplier` ON `supplier_invoices` (`sort_supplier`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_all_by_number` ON `supplier_invoices` (`sort_number`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_supplier` ON `supplier_invoices` (`supplier_id`,`received_at_ms`,`id`);