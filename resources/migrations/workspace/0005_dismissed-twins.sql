CREATE TABLE `dismissed_twins` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`register` text NOT NULL,
	`a_id` text NOT NULL,
	`b_id` text NOT NULL,
	`reason` text NOT NULL,
	`dismissed_by` text NOT NULL,
	`dismissed_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dismissed_twins_pair` ON `dismissed_twins` (`a_id`,`b_id`);--> statement-breakpoint
CREATE INDEX `dismissed_twins_scope` ON `dismissed_twins` (`scope`,`id`);