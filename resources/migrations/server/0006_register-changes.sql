-- Changes that wait for a second person, and what suppliers are known by besides: how to reach them, agreed days, blocks, merges, ends.
-- Payment numbers that are there already are in force.
CREATE TABLE "register_changes" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"supplier_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"ring" text COLLATE "C",
	"requested_by" text COLLATE "C" NOT NULL,
	"requested_at_ms" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at_ms" bigint,
	"refusal" text COLLATE "C",
	"wanted" json NOT NULL,
	"source" json NOT NULL,
	"call_back" json,
	CONSTRAINT "register_changes_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "payment_numbers" ADD COLUMN "holder" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "payment_numbers" ADD COLUMN "state" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "phone" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "email" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "payment_days" bigint;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "blocked_for" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "merged_into" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "ended_on" date;--> statement-breakpoint
CREATE INDEX "register_changes_by_supplier_and_state" ON "register_changes" USING btree ("supplier_id","state","id");--> statement-breakpoint
CREATE INDEX "register_changes_scope" ON "register_changes" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "suppliers_by_merged_into" ON "suppliers" USING btree ("merged_into","id");