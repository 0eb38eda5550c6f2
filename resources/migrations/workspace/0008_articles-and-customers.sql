CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`requested_by` text NOT NULL,
	`unit_id` text,
	`ended_on` text,
	`owner` text,
	`sort_name` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_number` ON `articles` (`owner`,`number`);--> statement-breakpoint
CREATE INDEX `articles_scope` ON `articles` (`scope`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_sort_name` ON `articles` (`sort_name`,`id`);--> statement-breakpoint
CREATE TABLE `article_prices` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`article_id` text NOT NULL,
	`unit_id` text,
	`from_day` text NOT NULL,
	`price_ore` integer NOT NULL,
	`vat_code` text NOT NULL,
	`account` text NOT NULL,
	`requested_by` text NOT NULL,
	`turn` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_prices_turn` ON `article_prices` (`article_id`,`from_day`,`turn`);--> statement-breakpoint
CREATE INDEX `article_prices_scope` ON `article_prices` (`scope`,`id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`organisation_number` text,
	`personal_number` text,
	`protected_by` text,
	`e_invoice_address` text,
	`unit_id` text,
	`ended_on` text,
	`owner` text,
	`sort_name` text,
	`other_names` text NOT NULL,
	`addresses` text NOT NULL,
	`external_ids` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_organisation_number` ON `customers` (`owner`,`organisation_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_personal_number` ON `customers` (`owner`,`personal_number`);--> statement-breakpoint
CREATE INDEX `customers_scope` ON `customers` (`scope`,`id`);--> statement-breakpoint
CREATE INDEX `customers_by_sort_name` ON `customers` (`sort_name`,`id`);