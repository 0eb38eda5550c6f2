-- What the rules said of an e-invoice when it came, and the view of those that are faulty; which message a file was attached to.
ALTER TABLE "source_files" ADD COLUMN "mail" json;--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "soundness" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_invoices" ADD COLUMN "judgement" json;