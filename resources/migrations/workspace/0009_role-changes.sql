CREATE TABLE `role_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`scope` text NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`grant_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`within` text NOT NULL,
	`from_day` text NOT NULL,
	`through_day` text,
	`was_through` text,
	`reason` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at_ms` integer NOT NULL,
	`decided_by` text,
	`decided_at_ms` integer,
	`refusal` text
);
--> statement-breakpoint
CREATE INDEX `role_changes_by_person_and_state` ON `role_changes` (`person_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `role_changes_scope` ON `role_changes` (`scope`,`id`);--> statement-breakpoint
CREATE INDEX `role_changes_by_state_and_time` ON `role_changes` (`state`,`requested_at_ms`,`id`);