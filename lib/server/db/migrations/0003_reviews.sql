CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"review_key" text NOT NULL,
	"allo_user_id" text,
	"person_name" text,
	"text" text NOT NULL,
	"measure" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"target_id" text NOT NULL,
	"review_key" text NOT NULL,
	"recipient" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"error" text,
	"sent_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_target_id_review_key_recipient_pk" PRIMARY KEY("target_id","review_key","recipient")
);
--> statement-breakpoint
CREATE TABLE "delivery_targets" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"locale" text NOT NULL,
	"at" integer NOT NULL,
	"periods" jsonb NOT NULL,
	"paused_at" timestamp with time zone,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_calls" (
	"review_key" text NOT NULL,
	"call_id" text NOT NULL,
	"state" text NOT NULL,
	"facts" jsonb,
	"moments" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by_name" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_calls_review_key_call_id_pk" PRIMARY KEY("review_key","call_id")
);
--> statement-breakpoint
CREATE TABLE "review_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"review_key" text NOT NULL,
	"section" text NOT NULL,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"edited_by_name" text,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "review_revisions" (
	"review_key" text NOT NULL,
	"number" integer NOT NULL,
	"document" text NOT NULL,
	"hash" text NOT NULL,
	"headline" jsonb NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"frozen_by" text,
	"frozen_by_name" text,
	CONSTRAINT "review_revisions_review_key_number_pk" PRIMARY KEY("review_key","number")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text,
	"report" text,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"id" text PRIMARY KEY NOT NULL,
	"token_id" text NOT NULL,
	"review_key" text,
	"revision" integer,
	"address" text,
	"sections" jsonb NOT NULL,
	"shows_numbers" boolean DEFAULT false NOT NULL,
	"shows_names" boolean DEFAULT false NOT NULL,
	"unfolds" boolean DEFAULT false NOT NULL,
	"passphrase_hash" text,
	"paused_at" timestamp with time zone,
	CONSTRAINT "shares_token_id_unique" UNIQUE("token_id")
);
--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_review_key_reviews_key_fk" FOREIGN KEY ("review_key") REFERENCES "public"."reviews"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_target_id_delivery_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."delivery_targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_targets" ADD CONSTRAINT "delivery_targets_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_calls" ADD CONSTRAINT "review_calls_review_key_reviews_key_fk" FOREIGN KEY ("review_key") REFERENCES "public"."reviews"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_review_key_reviews_key_fk" FOREIGN KEY ("review_key") REFERENCES "public"."reviews"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_revisions" ADD CONSTRAINT "review_revisions_review_key_reviews_key_fk" FOREIGN KEY ("review_key") REFERENCES "public"."reviews"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_revisions" ADD CONSTRAINT "review_revisions_frozen_by_people_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_review_key_reviews_key_fk" FOREIGN KEY ("review_key") REFERENCES "public"."reviews"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitments_review" ON "commitments" USING btree ("review_key");--> statement-breakpoint
CREATE INDEX "deliveries_next" ON "deliveries" USING btree ("state","next_at");--> statement-breakpoint
CREATE INDEX "review_notes_review" ON "review_notes" USING btree ("review_key");