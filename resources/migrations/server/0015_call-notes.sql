-- Notes of telephone calls (samtalsnoteringar), and the reasons that they are counted by.
CREATE TABLE "call_notes" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"line_id" text COLLATE "C",
	"reason_id" text COLLATE "C",
	"invoice_id" text COLLATE "C",
	"supplier_id" text COLLATE "C",
	"customer_id" text COLLATE "C",
	"began_at_ms" bigint NOT NULL,
	"ended_at_ms" bigint NOT NULL,
	"noted_by" text COLLATE "C" NOT NULL,
	"answer_wanted" boolean NOT NULL,
	"answered_by" text COLLATE "C",
	"answered_at_ms" bigint,
	"replaces" text COLLATE "C",
	"replaced_by" text COLLATE "C",
	"caller" text COLLATE "C" NOT NULL,
	"answer" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"awaits_since_ms" bigint,
	CONSTRAINT "call_notes_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "call_reasons" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"from_day" date NOT NULL,
	"through_day" date,
	CONSTRAINT "call_reasons_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE INDEX "call_notes_scope" ON "call_notes" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "call_reasons_scope" ON "call_reasons" USING btree ("scope","id");