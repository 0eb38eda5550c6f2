-- What controls of suppliers answered (the latest of each), what somebody has to look at, and the warning lists.
CREATE TABLE "control_findings" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"supplier_id" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"on_day" date NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"opened_at_ms" bigint NOT NULL,
	"shared_with" text COLLATE "C",
	"until_day" date,
	"reason" text COLLATE "C",
	"snoozed_by" text COLLATE "C",
	"outcome" text COLLATE "C",
	"completed_by" text COLLATE "C",
	"completed_at_ms" bigint,
	"live_key" text COLLATE "C",
	"sort_due" text COLLATE "C",
	"notes" json NOT NULL,
	CONSTRAINT "control_findings_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "control_verdicts" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"supplier_id" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"result" text COLLATE "C" NOT NULL,
	"on_day" date NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"received_at_ms" bigint NOT NULL,
	CONSTRAINT "control_verdicts_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "warning_list_entries" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"list" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"organisation_number" text COLLATE "C",
	"bankgiro" text COLLATE "C",
	"plusgiro" text COLLATE "C",
	"first_on" date NOT NULL,
	"seen_on" date NOT NULL,
	"lifted_on" date,
	"name_key" text COLLATE "C",
	CONSTRAINT "warning_list_entries_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "control_findings_live" ON "control_findings" USING btree ("live_key");--> statement-breakpoint
CREATE INDEX "control_findings_by_supplier" ON "control_findings" USING btree ("supplier_id","id");--> statement-breakpoint
CREATE INDEX "control_findings_scope" ON "control_findings" USING btree ("scope","id");--> statement-breakpoint
CREATE UNIQUE INDEX "control_verdicts_about" ON "control_verdicts" USING btree ("supplier_id","about");--> statement-breakpoint
CREATE INDEX "control_verdicts_scope" ON "control_verdicts" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "warning_list_entries_by_list" ON "warning_list_entries" USING btree ("list","id");--> statement-breakpoint
CREATE INDEX "warning_list_entries_by_organisation_number" ON "warning_list_entries" USING btree ("organisation_number","id");--> statement-breakpoint
CREATE INDEX "warning_list_entries_by_bankgiro" ON "warning_list_entries" USING btree ("bankgiro","id");--> statement-breakpoint
CREATE INDEX "warning_list_entries_by_plusgiro" ON "warning_list_entries" USING btree ("plusgiro","id");--> statement-breakpoint
CREATE INDEX "warning_list_entries_by_name_key" ON "warning_list_entries" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "warning_list_entries_scope" ON "warning_list_entries" USING btree ("scope","id");