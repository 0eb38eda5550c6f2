-- What the duplicate check looks up by (see run/entities/supplier-invoice.ts), and the false alarms that somebody has released. The computed
-- columns of rows that are there already are filled in when an older workspace is opened.
ALTER TABLE "supplier_invoices" ADD COLUMN "number_tail" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "ocr_reference" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "picture_band0" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "picture_band1" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "picture_band2" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "picture_band3" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "released_twins" json;--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_total_and_tail" ON "supplier_invoices" USING btree ("total_minor","number_tail","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_sender_and_total" ON "supplier_invoices" USING btree ("sender_key","total_minor","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_ocr_reference" ON "supplier_invoices" USING btree ("ocr_reference","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_picture_band0" ON "supplier_invoices" USING btree ("picture_band0","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_picture_band1" ON "supplier_invoices" USING btree ("picture_band1","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_picture_band2" ON "supplier_invoices" USING btree ("picture_band2","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_picture_band3" ON "supplier_invoices" USING btree ("picture_band3","id");