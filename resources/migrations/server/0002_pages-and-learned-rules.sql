-- Where the pages of a file went, and what corrections on the picture taught. Files that were read before had no dropped pages, and none
-- was known to be an appendix.
CREATE TABLE "learned_rules" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"supplier_id" text COLLATE "C" NOT NULL,
	"field" text COLLATE "C" NOT NULL,
	"taught_by" text COLLATE "C" NOT NULL,
	"taught_at_ms" bigint NOT NULL,
	"invoice_id" text COLLATE "C" NOT NULL,
	"correction_id" text COLLATE "C" NOT NULL,
	"example_text" text COLLATE "C" NOT NULL,
	"replaced_by" text COLLATE "C",
	"anchor" json NOT NULL,
	"replay" json,
	CONSTRAINT "learned_rules_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "invoice_page_count" bigint;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "appendix_page_count" bigint;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "dropped" json;--> statement-breakpoint
CREATE INDEX "learned_rules_by_supplier" ON "learned_rules" USING btree ("supplier_id","id");--> statement-breakpoint
CREATE INDEX "learned_rules_by_correction" ON "learned_rules" USING btree ("correction_id","id");--> statement-breakpoint
CREATE INDEX "learned_rules_by_state" ON "learned_rules" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "learned_rules_scope" ON "learned_rules" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_supplier_and_state" ON "supplier_invoices" USING btree ("supplier_id","state","id");
--> statement-breakpoint
UPDATE "source_files" SET "invoice_page_count" = "page_count", "appendix_page_count" = 0, "dropped" = '[]' WHERE "state" = 'read';
