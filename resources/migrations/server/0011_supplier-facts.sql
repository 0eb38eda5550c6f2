CREATE TABLE "supplier_external_ids" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"supplier_id" text COLLATE "C" NOT NULL,
	"system" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C",
	CONSTRAINT "supplier_external_ids_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "payment_numbers" ADD COLUMN "bic" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "payment_numbers" ADD COLUMN "from_day" date;--> statement-breakpoint
ALTER TABLE "payment_numbers" ADD COLUMN "through_day" date;--> statement-breakpoint
ALTER TABLE "payment_numbers" ADD COLUMN "change_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "gln" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "peppol_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "protected_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "addresses" json;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "contacts" json;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "e_invoice" json;--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_external_ids_external_id" ON "supplier_external_ids" USING btree ("system","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_external_ids_supplier" ON "supplier_external_ids" USING btree ("supplier_id","system");--> statement-breakpoint
CREATE INDEX "supplier_external_ids_scope" ON "supplier_external_ids" USING btree ("scope","id");