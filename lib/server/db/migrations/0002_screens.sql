CREATE TABLE "celebration_opt_outs" (
	"allo_user_id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "celebrations" (
	"call_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"user_id" text,
	"user_name" text,
	"tags" jsonb NOT NULL,
	"contact_name" text,
	"company" text,
	"called_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"is_quiet" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pairings_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "screen_images" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"data" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screens" (
	"id" text PRIMARY KEY NOT NULL,
	"token_id" text NOT NULL,
	"name" text NOT NULL,
	"place" text NOT NULL,
	"show" jsonb NOT NULL,
	"has_sound" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	"reported" jsonb,
	"reload_at" timestamp with time zone,
	"blink_at" timestamp with time zone,
	CONSTRAINT "screens_token_id_unique" UNIQUE("token_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "rotated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "celebrations_seq" ON "celebrations" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "celebrations_called" ON "celebrations" USING btree ("called_at");--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_previous_hash_unique" UNIQUE("previous_hash");