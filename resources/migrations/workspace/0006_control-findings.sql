-- What controls of suppliers answered (the latest of each), what somebody has to look at, and the warning lists.
CREATE TABLE `control_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`state` text NOT NULL,
	`supplier_id` text NOT NULL,
	`about` text NOT NULL,
	`on_day` text NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`opened_at_ms` integer NOT NULL,
	`shared_with` text,
	`until_day` text,
	`reason` text,
	`snoozed_by` text,
	`outcome` text,
	`completed_by` text,
	`completed_at_ms` integer,
	`live_key` text,
	`sort_due` text,
	`notes` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `control_findings_live` ON `control_findings` (`live_key`);--> statement-breakpoint
CREATE INDEX `control_findings_by_supplier` ON `control_findings` (`supplier_id`,`id`);--> statement-breakpoint
CREATE INDEX `control_findings_scope` ON `control_findings` (`scope`,`id`);--> statement-breakpoint
CREATE INDEX `control_findings_inbox` ON `control_findings` (`state`,`sort_due`,`id`);--> statement-breakpoint
CREATE TABLE `control_verdicts` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`supplier_id` text NOT NULL,
	`about` text NOT NULL,
	`result` text NOT NULL,
	`on_day` text NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`received_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `control_verdicts_about` ON `control_verdicts` (`supplier_id`,`about`);--> statement-breakpoint
CREATE INDEX `control_verdicts_scope` ON `control_verdicts` (`scope`,`id`);--> statement-breakpoint
CREATE TABLE `warning_list_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`list` text NOT NULL,
	`source` text NOT NULL,
	`name` text NOT NULL,
	`organisation_number` text,
	`bankgiro` text,
	`plusgiro` text,
	`first_on` text NOT NULL,
	`seen_on` text NOT NULL,
	`lifted_on` text,
	`name_key` text
);
--> statement-breakpoint
CREATE INDEX `warning_list_entries_by_list` ON `warning_list_entries` (`list`,`id`);--> statement-breakpoint
CREATE INDEX `warning_list_entries_by_organisation_number` ON `warning_list_entries` (`organisation_number`,`id`);--> statement-breakpoint
CREATE INDEX `warning_list_entries_by_bankgiro` ON `warning_list_entries` (`bankgiro`,`id`);--> statement-breakpoint
CREATE INDEX `warning_list_entries_by_plusgiro` ON `warning_list_entries` (`plusgiro`,`id`);--> statement-breakpoint
CREATE INDEX `warning_list_entries_by_name_key` ON `warning_list_entries` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `warning_list_entries_scope` ON `warning_list_entries` (`scope`,`id`);