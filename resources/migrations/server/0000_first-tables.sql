CREATE TABLE "account" (
	"login" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "account_pkey" PRIMARY KEY("login")
);
--> statement-breakpoint
CREATE TABLE "blob" (
	"sha256" text COLLATE "C" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"received_at_ms" bigint NOT NULL,
	CONSTRAINT "blob_pkey" PRIMARY KEY("sha256")
);
--> statement-breakpoint
CREATE TABLE "blob_citation" (
	"sha256" text COLLATE "C" NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	CONSTRAINT "blob_citation_pkey" PRIMARY KEY("sha256","entity","row_id")
);
--> statement-breakpoint
CREATE TABLE "command" (
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"dseq" bigint,
	"lease_token" bigint,
	"issued_at_ms" bigint NOT NULL,
	"received_at_ms" bigint NOT NULL,
	"outcome_kind" text COLLATE "C" NOT NULL,
	"epoch" bigint NOT NULL,
	"seq_first" bigint NOT NULL,
	"seq_last" bigint NOT NULL,
	"input" json NOT NULL,
	"outcome" json NOT NULL,
	CONSTRAINT "command_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"enrolled_at_ms" bigint NOT NULL,
	"revoked_at_ms" bigint,
	"last_dseq" bigint NOT NULL,
	"last_seen_ms" bigint,
	CONSTRAINT "device_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "enrolment_code" (
	"hash" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"until_ms" bigint NOT NULL,
	CONSTRAINT "enrolment_code_pkey" PRIMARY KEY("hash")
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"seq" bigint NOT NULL,
	"tx" bigint NOT NULL,
	"command_id" text COLLATE "C" NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"op" text COLLATE "C" NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"body" json,
	CONSTRAINT "entry_pkey" PRIMARY KEY("seq")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"command_id" text COLLATE "C" NOT NULL,
	"place" bigint NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"event" json NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"within" text COLLATE "C" NOT NULL,
	"from_day" date NOT NULL,
	"through_day" date,
	CONSTRAINT "grants_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"holder" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"token" bigint NOT NULL,
	"until_ms" bigint NOT NULL,
	CONSTRAINT "leases_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "log_head" (
	"log" text COLLATE "C" NOT NULL,
	"epoch" bigint NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "log_head_pkey" PRIMARY KEY("log")
);
--> statement-breakpoint
CREATE TABLE "payment_numbers" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"supplier_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	CONSTRAINT "payment_numbers_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"initials" text COLLATE "C" NOT NULL,
	"human" boolean NOT NULL,
	CONSTRAINT "people_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "scope_digest" (
	"scope" text COLLATE "C" NOT NULL,
	"rows" bigint NOT NULL,
	"sum" text COLLATE "C" NOT NULL,
	CONSTRAINT "scope_digest_pkey" PRIMARY KEY("scope")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"until_ms" bigint NOT NULL,
	CONSTRAINT "session_pkey" PRIMARY KEY("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"device" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL,
	CONSTRAINT "sign_in_pkey" PRIMARY KEY("device","person")
);
--> statement-breakpoint
CREATE TABLE "source_files" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"received_at_ms" bigint NOT NULL,
	"received_by" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"page_count" bigint,
	"document_count" bigint,
	"read_at_ms" bigint,
	"reason" text COLLATE "C",
	CONSTRAINT "source_files_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "suppliers" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"organisation_number" text COLLATE "C",
	"vat_number" text COLLATE "C",
	"street" text COLLATE "C",
	"postcode" text COLLATE "C",
	"city" text COLLATE "C",
	"sort_name" text COLLATE "C",
	CONSTRAINT "suppliers_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "supplier_invoices" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"file_index" bigint NOT NULL,
	"received_at_ms" bigint NOT NULL,
	"document_type" text COLLATE "C" NOT NULL,
	"supplier_id" text COLLATE "C",
	"parked_reason" text COLLATE "C",
	"parked_note" text COLLATE "C",
	"parked_by" text COLLATE "C",
	"returns_on" date,
	"verified_by" text COLLATE "C",
	"verified_at_ms" bigint,
	"despite_duplicate" text COLLATE "C",
	"approved_by" text COLLATE "C",
	"approved_at_ms" bigint,
	"duplicate_of" text COLLATE "C",
	"set_aside_by" text COLLATE "C",
	"queue" text COLLATE "C",
	"number" text COLLATE "C",
	"invoice_day" text COLLATE "C",
	"total_minor" bigint,
	"currency" text COLLATE "C",
	"supplier_name" text COLLATE "C",
	"sender_key" text COLLATE "C",
	"number_skeleton" text COLLATE "C",
	"live_key" text COLLATE "C",
	"sort_supplier" text COLLATE "C",
	"sort_number" text COLLATE "C",
	"sort_due" text COLLATE "C",
	"sort_total" bigint,
	"pages" json NOT NULL,
	"fields" json NOT NULL,
	"lines" json NOT NULL,
	"vat" json NOT NULL,
	CONSTRAINT "supplier_invoices_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE INDEX "blob_citation_row" ON "blob_citation" USING btree ("entity","row_id");--> statement-breakpoint
CREATE UNIQUE INDEX "command_device_and_dseq" ON "command" USING btree ("device","dseq");--> statement-breakpoint
CREATE UNIQUE INDEX "device_token" ON "device" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "entry_scope" ON "entry" USING btree ("scope","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "events_command_and_place" ON "events" USING btree ("command_id","place");--> statement-breakpoint
CREATE INDEX "events_by_subject_actor_and_type" ON "events" USING btree ("subject_id","actor","type","id");--> statement-breakpoint
CREATE INDEX "events_scope" ON "events" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "grants_by_person" ON "grants" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "grants_by_role" ON "grants" USING btree ("role","id");--> statement-breakpoint
CREATE INDEX "grants_scope" ON "grants" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "leases_scope" ON "leases" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "payment_numbers_by_number" ON "payment_numbers" USING btree ("kind","number","id");--> statement-breakpoint
CREATE INDEX "payment_numbers_by_supplier" ON "payment_numbers" USING btree ("supplier_id","id");--> statement-breakpoint
CREATE INDEX "payment_numbers_scope" ON "payment_numbers" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "people_scope" ON "people" USING btree ("scope","id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_files_sha256" ON "source_files" USING btree ("unit_id","sha256");--> statement-breakpoint
CREATE INDEX "source_files_by_state" ON "source_files" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "source_files_scope" ON "source_files" USING btree ("scope","id");--> statement-breakpoint
CREATE UNIQUE INDEX "suppliers_organisation_number" ON "suppliers" USING btree ("organisation_number");--> statement-breakpoint
CREATE INDEX "suppliers_scope" ON "suppliers" USING btree ("scope","id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_invoices_document" ON "supplier_invoices" USING btree ("file_id","file_index");--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_invoices_live" ON "supplier_invoices" USING btree ("live_key");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_sender_and_skeleton" ON "supplier_invoices" USING btree ("sender_key","number_skeleton","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_by_total_and_day" ON "supplier_invoices" USING btree ("total_minor","invoice_day","id");--> statement-breakpoint
CREATE INDEX "supplier_invoices_scope" ON "supplier_invoices" USING btree ("scope","id");