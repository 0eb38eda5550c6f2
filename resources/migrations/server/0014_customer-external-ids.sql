CREATE TABLE "customer_external_ids" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"system" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C",
	"owner" text COLLATE "C",
	CONSTRAINT "customer_external_ids_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "customer_external_ids_external_id" ON "customer_external_ids" USING btree ("owner","system","external_id");--> statement-breakpoint
CREATE INDEX "customer_external_ids_scope" ON "customer_external_ids" USING btree ("scope","id");