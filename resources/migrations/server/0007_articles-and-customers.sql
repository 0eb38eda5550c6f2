CREATE TABLE "articles" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"requested_by" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"ended_on" date,
	"owner" text COLLATE "C",
	"sort_name" text COLLATE "C",
	CONSTRAINT "articles_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "article_prices" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"article_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"from_day" date NOT NULL,
	"price_ore" bigint NOT NULL,
	"vat_code" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"requested_by" text COLLATE "C" NOT NULL,
	"turn" bigint NOT NULL,
	CONSTRAINT "article_prices_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text COLLATE "C" NOT NULL,
	"rev" bigint NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"organisation_number" text COLLATE "C",
	"personal_number" text COLLATE "C",
	"protected_by" text COLLATE "C",
	"e_invoice_address" text COLLATE "C",
	"unit_id" text COLLATE "C",
	"ended_on" date,
	"owner" text COLLATE "C",
	"sort_name" text COLLATE "C",
	"other_names" json NOT NULL,
	"addresses" json NOT NULL,
	"external_ids" json NOT NULL,
	CONSTRAINT "customers_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "articles_number" ON "articles" USING btree ("owner","number");--> statement-breakpoint
CREATE INDEX "articles_scope" ON "articles" USING btree ("scope","id");--> statement-breakpoint
CREATE UNIQUE INDEX "article_prices_turn" ON "article_prices" USING btree ("article_id","from_day","turn");--> statement-breakpoint
CREATE INDEX "article_prices_scope" ON "article_prices" USING btree ("scope","id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_organisation_number" ON "customers" USING btree ("owner","organisation_number");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_personal_number" ON "customers" USING btree ("owner","personal_number");--> statement-breakpoint
CREATE INDEX "customers_scope" ON "customers" USING btree ("scope","id");