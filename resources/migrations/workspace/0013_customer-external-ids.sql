CREATE TABLE `customer_external_ids` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`customer_id` text NOT NULL,
	`unit_id` text,
	`system` text NOT NULL,
	`external_id` text,
	`owner` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_external_ids_external_id` ON `customer_external_ids` (`owner`,`system`,`external_id`);--> statement-breakpoint
CREATE INDEX `customer_external_ids_scope` ON `customer_external_ids` (`scope`,`id`);