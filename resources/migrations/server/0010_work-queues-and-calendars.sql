CREATE TABLE "calendars" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"customer_group" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"follows" text COLLATE "C",
	"units" json NOT NULL,
	"hours" json NOT NULL,
	"years" json NOT NULL,
	"exceptions" json NOT NULL,
	CONSTRAINT "calendars_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"filter" text COLLATE "C" NOT NULL,
	"sort" text COLLATE "C" NOT NULL,
	"descending" boolean NOT NULL,
	"shared" boolean NOT NULL,
	"system" text COLLATE "C",
	"removed" boolean NOT NULL,
	"columns" json NOT NULL,
	CONSTRAINT "saved_views_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "leases" ADD COLUMN "taken_from" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "leases" ADD COLUMN "take_over_reason" text COLLATE "C";--> statement-breakpoint
CREATE UNIQUE INDEX "calendars_name" ON "calendars" USING btree ("name");--> statement-breakpoint
CREATE INDEX "calendars_scope" ON "calendars" USING btree ("scope","id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_owner_and_system" ON "saved_views" USING btree ("owner_id","system");--> statement-breakpoint
CREATE INDEX "saved_views_scope" ON "saved_views" USING btree ("scope","id");