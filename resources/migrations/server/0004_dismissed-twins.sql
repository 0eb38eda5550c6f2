CREATE TABLE "dismissed_twins" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"register" text COLLATE "C" NOT NULL,
	"a_id" text COLLATE "C" NOT NULL,
	"b_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"dismissed_by" text COLLATE "C" NOT NULL,
	"dismissed_at_ms" bigint NOT NULL,
	CONSTRAINT "dismissed_twins_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "dismissed_twins_pair" ON "dismissed_twins" USING btree ("a_id","b_id");--> statement-breakpoint
CREATE INDEX "dismissed_twins_scope" ON "dismissed_twins" USING btree ("scope","id");