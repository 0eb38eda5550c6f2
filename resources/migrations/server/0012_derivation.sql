CREATE TABLE "derivation" (
	"name" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "derivation_pkey" PRIMARY KEY("name")
);
