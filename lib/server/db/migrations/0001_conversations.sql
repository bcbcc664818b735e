CREATE TABLE "conversations" (
	"line" text NOT NULL,
	"contact_number" text NOT NULL,
	"last_activity" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"item_id" text,
	"kind" text,
	"direction" text,
	"date" timestamp with time zone,
	"duration" integer,
	"result" text,
	"user_id" text,
	"user_name" text,
	"contact_name" text,
	CONSTRAINT "conversations_line_contact_number_pk" PRIMARY KEY("line","contact_number")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "conversations_date" ON "conversations" USING btree ("kind","date" DESC NULLS LAST);