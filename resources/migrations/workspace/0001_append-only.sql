-- The log, the commands and the processing history are appended to and never rewritten. drizzle-kit cannot own triggers.
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER command_is_never_changed BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER command_is_never_removed BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
