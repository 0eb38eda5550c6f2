-- For the figures of a period: what was verified then, and what the history tells of a kind of event.
CREATE INDEX `events_by_type` ON `events` (`type`,`at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_invoices_by_verified` ON `supplier_invoices` (`verified_at_ms`,`received_at_ms`,`unit_id`,`file_id`,`id`);