-- The log, the commands and the processing history are appended to and never rewritten. drizzle-kit cannot
-- own triggers.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON entry EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER command_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON command EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO log_head (log, epoch, seq) VALUES ('workspace', 1, 0);
