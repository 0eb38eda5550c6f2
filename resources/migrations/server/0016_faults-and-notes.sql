ALTER TABLE "supplier_invoices" ADD COLUMN "returned_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "fault" json;--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "notes" json;