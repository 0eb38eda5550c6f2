CREATE TABLE "role_changes" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"grant_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"within" text COLLATE "C" NOT NULL,
	"from_day" date NOT NULL,
	"through_day" date,
	"was_through" date,
	"reason" text COLLATE "C" NOT NULL,
	"requested_by" text COLLATE "C" NOT NULL,
	"requested_at_ms" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at_ms" bigint,
	"refusal" text COLLATE "C",
	CONSTRAINT "role_changes_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE INDEX "role_changes_by_person_and_state" ON "role_changes" USING btree ("person_id","state","id");--> statement-breakpoint
CREATE INDEX "role_changes_scope" ON "role_changes" USING btree ("scope","id");