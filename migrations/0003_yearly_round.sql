CREATE TABLE "audit_entry" (
	"municipality_code" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event" text NOT NULL,
	"who" text NOT NULL,
	"subject" text,
	"details" jsonb,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" text,
	"hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_entry_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "audit_entry_event" CHECK ("audit_entry"."event" in ('signed in', 'sign-in refused', 'signed out', 'answer link used', 'answer link revoked', 'persons read', 'person read', 'person exported', 'person erased', 'mails read', 'audit log read', 'tenant exported', 'report published'))
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer_link" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"token_hash" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"used_at" timestamp with time zone,
	CONSTRAINT "answer_link_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "answer_link_token_hash" CHECK ("answer_link"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "answer_link_revoked_whole" CHECK (("answer_link"."revoked_at" is null) = ("answer_link"."revoked_by" is null))
);
--> statement-breakpoint
ALTER TABLE "answer_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"plan_id" uuid,
	"year" smallint,
	"day" date NOT NULL,
	"is_gathered" boolean NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"state" text NOT NULL,
	"error" text,
	"queued_at" timestamp with time zone NOT NULL,
	"tried_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mail_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "mail_kind" CHECK ("mail"."kind" in ('invitation', 'reminder', 'overdue', 'sent back', 'digest', 'sign-in')),
	CONSTRAINT "mail_state" CHECK ("mail"."state" in ('queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
	CONSTRAINT "mail_sent_whole" CHECK (("mail"."state" = 'sent') = ("mail"."sent_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_template" (
	"municipality_code" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"opening" text,
	"version" integer DEFAULT 1 NOT NULL,
	"who" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_template_pkey" PRIMARY KEY("municipality_code","kind"),
	CONSTRAINT "mail_template_kind" CHECK ("mail_template"."kind" in ('invitation', 'reminder', 'overdue', 'sent back', 'digest', 'sign-in')),
	CONSTRAINT "mail_template_length" CHECK (length("mail_template"."subject") <= 200 and length("mail_template"."opening") <= 2000),
	CONSTRAINT "mail_template_version_positive" CHECK ("mail_template"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "mail_template" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "municipality_setting" (
	"municipality_code" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"who" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "municipality_setting_pkey" PRIMARY KEY("municipality_code","key"),
	CONSTRAINT "municipality_setting_version_positive" CHECK ("municipality_setting"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "municipality_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_owner" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "initiative_owner_pkey" PRIMARY KEY("municipality_code","plan_id","initiative_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "initiative_owner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_unit" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "initiative_unit_pkey" PRIMARY KEY("municipality_code","plan_id","initiative_id")
);
--> statement-breakpoint
ALTER TABLE "initiative_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation_unit" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_unit_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "organisation_unit_name_stated" CHECK ("organisation_unit"."name" ~ '\S'),
	CONSTRAINT "organisation_unit_not_own_parent" CHECK ("organisation_unit"."parent_id" <> "organisation_unit"."id"),
	CONSTRAINT "organisation_unit_version_positive" CHECK ("organisation_unit"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "organisation_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"unit_id" uuid,
	"calendar_hash" text,
	"bounced_at" timestamp with time zone,
	"bounce_reason" text,
	"left_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "person_name_stated" CHECK ("person"."name" ~ '\S'),
	CONSTRAINT "person_role" CHECK ("person"."role" in ('owner', 'unit lead', 'coordinator', 'administrator', 'alliance secretary')),
	CONSTRAINT "person_email_form" CHECK ("person"."email" ~ '^[^@\s]+@[^@\s]+$' and length("person"."email") <= 254),
	CONSTRAINT "person_erased_whole" CHECK ("person"."erased_at" is null or ("person"."email" is null and "person"."left_at" is not null)),
	CONSTRAINT "person_bounce_whole" CHECK (("person"."bounced_at" is null) = ("person"."bounce_reason" is null)),
	CONSTRAINT "person_version_positive" CHECK ("person"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stand_in" (
	"municipality_code" text NOT NULL,
	"person_id" uuid NOT NULL,
	"stand_in_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"until_date" date,
	CONSTRAINT "stand_in_pkey" PRIMARY KEY("municipality_code","person_id","stand_in_id"),
	CONSTRAINT "stand_in_two_persons" CHECK ("stand_in"."person_id" <> "stand_in"."stand_in_id"),
	CONSTRAINT "stand_in_dates" CHECK ("stand_in"."from_date" <= "stand_in"."until_date")
);
--> statement-breakpoint
ALTER TABLE "stand_in" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_tag" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "initiative_tag_pkey" PRIMARY KEY("municipality_code","plan_id","initiative_id","kind","value"),
	CONSTRAINT "initiative_tag_kind" CHECK ("initiative_tag"."kind" in ('committee', 'theme', 'sdg')),
	CONSTRAINT "initiative_tag_value" CHECK ("initiative_tag"."value" ~ '\S' and ("initiative_tag"."kind" <> 'sdg' or "initiative_tag"."value" ~ '^([1-9]|1[0-7])$'))
);
--> statement-breakpoint
ALTER TABLE "initiative_tag" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_file" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "report_file_pkey" PRIMARY KEY("municipality_code","plan_id","year","version","name"),
	CONSTRAINT "report_file_sha256" CHECK ("report_file"."sha256" = encode(sha256("report_file"."bytes"), 'hex'))
);
--> statement-breakpoint
ALTER TABLE "report_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "status_report" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"layout_version" smallint NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text,
	"differences" jsonb,
	CONSTRAINT "status_report_pkey" PRIMARY KEY("municipality_code","plan_id","year","version"),
	CONSTRAINT "status_report_version_positive" CHECK ("status_report"."version" > 0),
	CONSTRAINT "status_report_sha256" CHECK ("status_report"."sha256" = encode(sha256(convert_to("status_report"."content", 'UTF8')), 'hex')),
	CONSTRAINT "status_report_correction" CHECK (("status_report"."version" = 1) = ("status_report"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "status_report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"initiative_id" uuid NOT NULL,
	"status" text NOT NULL,
	"is_unchanged" boolean DEFAULT false NOT NULL,
	"colour_reason" text,
	"draft" jsonb,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_pkey" PRIMARY KEY("municipality_code","plan_id","year","initiative_id"),
	CONSTRAINT "answer_status" CHECK ("answer"."status" in ('waiting', 'draft', 'answered', 'sent back', 'accepted')),
	CONSTRAINT "answer_answered_whole" CHECK (("answer"."answered_by" is null) = ("answer"."answered_at" is null)),
	CONSTRAINT "answer_version_positive" CHECK ("answer"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "assignment_pkey" PRIMARY KEY("municipality_code","plan_id","year","initiative_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_event" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "plan_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"year" smallint NOT NULL,
	"kind" text NOT NULL,
	"initiative_id" uuid NOT NULL,
	"other_id" uuid,
	"before" text,
	"after" text,
	"decision" text,
	"case_number" text,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_event_pkey" PRIMARY KEY("municipality_code","plan_id","id"),
	CONSTRAINT "plan_event_kind" CHECK ("plan_event"."kind" in ('added', 'taken out', 'merged', 'split', 'renumbered', 'new owner')),
	CONSTRAINT "plan_event_decision" CHECK ("plan_event"."kind" <> 'taken out' or "plan_event"."decision" ~ '\S')
);
--> statement-breakpoint
ALTER TABLE "plan_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_comment" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"initiative_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "round_comment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_comment_pkey" PRIMARY KEY("municipality_code","plan_id","year","id"),
	CONSTRAINT "round_comment_kind" CHECK ("round_comment"."kind" in ('comment', 'sent back')),
	CONSTRAINT "round_comment_stated" CHECK ("round_comment"."text" ~ '\S' and length("round_comment"."text") <= 4000)
);
--> statement-breakpoint
ALTER TABLE "round_comment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_run" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"stage" text NOT NULL,
	"deadline" date NOT NULL,
	"legend_id" text,
	"legend_version" smallint,
	"asked_fields" text[] NOT NULL,
	"remark_limit" integer NOT NULL,
	"contact" text,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_run_pkey" PRIMARY KEY("municipality_code","plan_id","year"),
	CONSTRAINT "round_run_stage" CHECK ("round_run"."stage" in ('open', 'collecting', 'review', 'approved', 'presented', 'published')),
	CONSTRAINT "round_run_legend_whole" CHECK (("round_run"."legend_id" is null) = ("round_run"."legend_version" is null)),
	CONSTRAINT "round_run_fields" CHECK (cardinality("round_run"."asked_fields") > 0),
	CONSTRAINT "round_run_remark_limit" CHECK ("round_run"."remark_limit" between 50 and 5000),
	CONSTRAINT "round_run_version_positive" CHECK ("round_run"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "round_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_step" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "round_step_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_stage" text,
	"to_stage" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text,
	"meeting_body" text,
	"meeting_date" date,
	"case_number" text,
	CONSTRAINT "round_step_pkey" PRIMARY KEY("municipality_code","plan_id","year","id"),
	CONSTRAINT "round_step_from" CHECK ("round_step"."from_stage" in ('open', 'collecting', 'review', 'approved', 'presented', 'published')),
	CONSTRAINT "round_step_to" CHECK ("round_step"."to_stage" in ('open', 'collecting', 'review', 'approved', 'presented', 'published')),
	CONSTRAINT "round_step_meeting" CHECK ("round_step"."to_stage" <> 'presented' or "round_step"."meeting_body" is not null)
);
--> statement-breakpoint
ALTER TABLE "round_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_account_provider_key" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "sign_in_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp with time zone,
	CONSTRAINT "sign_in_passkey_credential_key" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "sign_in_passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "sign_in_rate_limit_key_key" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "sign_in_rate_limit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"scope" text,
	"municipality_code" text,
	"person_id" text,
	"method" text,
	"claims" text,
	"second_factor_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_session_token_key" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "sign_in_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean,
	"failed_verification_count" integer,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "sign_in_two_factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_user_email_key" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "sign_in_user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_verification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "change" DROP CONSTRAINT "change_entity";--> statement-breakpoint
ALTER TABLE "change" DROP CONSTRAINT "change_reason";--> statement-breakpoint
ALTER TABLE "status_round" ADD COLUMN "is_public" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_link" ADD CONSTRAINT "answer_link_person_fkey" FOREIGN KEY ("municipality_code","person_id") REFERENCES "public"."person"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_link" ADD CONSTRAINT "answer_link_plan_fkey" FOREIGN KEY ("municipality_code","plan_id") REFERENCES "public"."plan"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_fkey" FOREIGN KEY ("municipality_code","person_id") REFERENCES "public"."person"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_template" ADD CONSTRAINT "mail_template_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipality_setting" ADD CONSTRAINT "municipality_setting_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_owner" ADD CONSTRAINT "initiative_owner_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_owner" ADD CONSTRAINT "initiative_owner_person_fkey" FOREIGN KEY ("municipality_code","person_id") REFERENCES "public"."person"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_unit" ADD CONSTRAINT "initiative_unit_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_unit" ADD CONSTRAINT "initiative_unit_unit_fkey" FOREIGN KEY ("municipality_code","unit_id") REFERENCES "public"."organisation_unit"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_unit" ADD CONSTRAINT "organisation_unit_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_unit" ADD CONSTRAINT "organisation_unit_parent_fkey" FOREIGN KEY ("municipality_code","parent_id") REFERENCES "public"."organisation_unit"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_unit_fkey" FOREIGN KEY ("municipality_code","unit_id") REFERENCES "public"."organisation_unit"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_in" ADD CONSTRAINT "stand_in_person_fkey" FOREIGN KEY ("municipality_code","person_id") REFERENCES "public"."person"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_in" ADD CONSTRAINT "stand_in_stand_in_fkey" FOREIGN KEY ("municipality_code","stand_in_id") REFERENCES "public"."person"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_tag" ADD CONSTRAINT "initiative_tag_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_report_fkey" FOREIGN KEY ("municipality_code","plan_id","year","version") REFERENCES "public"."status_report"("municipality_code","plan_id","year","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person_fkey" FOREIGN KEY ("municipality_code","person_id") REFERENCES "public"."person"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_plan_fkey" FOREIGN KEY ("municipality_code","plan_id") REFERENCES "public"."plan"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_other_fkey" FOREIGN KEY ("municipality_code","plan_id","other_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_comment" ADD CONSTRAINT "round_comment_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_comment" ADD CONSTRAINT "round_comment_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_run" ADD CONSTRAINT "round_run_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_run" ADD CONSTRAINT "round_run_legend_fkey" FOREIGN KEY ("municipality_code","legend_id","legend_version") REFERENCES "public"."legend"("municipality_code","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_step" ADD CONSTRAINT "round_step_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_account" ADD CONSTRAINT "sign_in_account_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_passkey" ADD CONSTRAINT "sign_in_passkey_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_two_factor" ADD CONSTRAINT "sign_in_two_factor_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_at_index" ON "audit_entry" USING btree ("municipality_code","at");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_link_token_key" ON "answer_link" USING btree ("municipality_code","token_hash");--> statement-breakpoint
CREATE INDEX "answer_link_person_index" ON "answer_link" USING btree ("municipality_code","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_person_day_key" ON "mail" USING btree ("municipality_code","person_id","day") WHERE "mail"."is_gathered";--> statement-breakpoint
CREATE INDEX "mail_state_index" ON "mail" USING btree ("municipality_code","state");--> statement-breakpoint
CREATE INDEX "initiative_owner_person_index" ON "initiative_owner" USING btree ("municipality_code","person_id");--> statement-breakpoint
CREATE INDEX "initiative_unit_unit_index" ON "initiative_unit" USING btree ("municipality_code","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_unit_name_key" ON "organisation_unit" USING btree ("municipality_code",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "person_email_key" ON "person" USING btree ("municipality_code",lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "person_calendar_key" ON "person" USING btree ("municipality_code","calendar_hash");--> statement-breakpoint
CREATE INDEX "report_file_sha256_index" ON "report_file" USING btree ("municipality_code","sha256");--> statement-breakpoint
CREATE INDEX "status_report_sha256_index" ON "status_report" USING btree ("municipality_code","sha256");--> statement-breakpoint
CREATE INDEX "assignment_person_index" ON "assignment" USING btree ("municipality_code","person_id");--> statement-breakpoint
CREATE INDEX "plan_event_initiative_index" ON "plan_event" USING btree ("municipality_code","plan_id","initiative_id");--> statement-breakpoint
CREATE INDEX "sign_in_account_user_index" ON "sign_in_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_passkey_user_index" ON "sign_in_passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_session_user_index" ON "sign_in_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_session_expiry_index" ON "sign_in_session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_two_factor_user_index" ON "sign_in_two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_verification_identifier_index" ON "sign_in_verification" USING btree ("identifier");--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_entity" CHECK ("change"."entity" in ('plan', 'section', 'initiative', 'round', 'assessment', 'answer', 'dismissal', 'person', 'unit', 'setting'));--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_reason" CHECK ("change"."reason" in ('example', 'import', 'import undone', 'finding dismissed', 'finding restored', 'edit', 'answer', 'round', 'plan change', 'handover', 'erasure'));--> statement-breakpoint
CREATE POLICY "audit_entry_tenant" ON "audit_entry" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "answer_link_tenant" ON "answer_link" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "mail_tenant" ON "mail" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "mail_template_tenant" ON "mail_template" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "municipality_setting_tenant" ON "municipality_setting" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "initiative_owner_tenant" ON "initiative_owner" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "initiative_unit_tenant" ON "initiative_unit" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "organisation_unit_tenant" ON "organisation_unit" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "organisation_unit_public" ON "organisation_unit" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public');--> statement-breakpoint
CREATE POLICY "person_tenant" ON "person" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "person_sign_in" ON "person" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "stand_in_tenant" ON "stand_in" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "initiative_tag_tenant" ON "initiative_tag" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "initiative_tag_public" ON "initiative_tag" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public));--> statement-breakpoint
CREATE POLICY "report_file_tenant" ON "report_file" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "report_file_public" ON "report_file" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public));--> statement-breakpoint
CREATE POLICY "status_report_tenant" ON "status_report" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "status_report_public" ON "status_report" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public));--> statement-breakpoint
CREATE POLICY "answer_tenant" ON "answer" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "assignment_tenant" ON "assignment" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "plan_event_tenant" ON "plan_event" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "round_comment_tenant" ON "round_comment" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "round_run_tenant" ON "round_run" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "round_step_tenant" ON "round_step" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "sign_in_account_sign_in" ON "sign_in_account" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.reading', true) = 'sign-in') WITH CHECK (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "sign_in_passkey_sign_in" ON "sign_in_passkey" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.reading', true) = 'sign-in') WITH CHECK (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "sign_in_rate_limit_sign_in" ON "sign_in_rate_limit" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.reading', true) = 'sign-in') WITH CHECK (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "sign_in_session_sign_in" ON "sign_in_session" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.reading', true) = 'sign-in') WITH CHECK (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "sign_in_two_factor_sign_in" ON "sign_in_two_factor" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.reading', true) = 'sign-in') WITH CHECK (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "sign_in_user_sign_in" ON "sign_in_user" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.reading', true) = 'sign-in') WITH CHECK (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "sign_in_verification_sign_in" ON "sign_in_verification" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.reading', true) = 'sign-in') WITH CHECK (current_setting('app.reading', true) = 'sign-in');--> statement-breakpoint
ALTER POLICY "assessment_public" ON "assessment" TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public) and (municipality_code, plan_id, year) in (select r.municipality_code, r.plan_id, r.year from status_round r where r.is_public));--> statement-breakpoint
ALTER POLICY "status_round_public" ON "status_round" TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public) and is_public);--> statement-breakpoint
-- What drizzle-kit has no words for.
ALTER TABLE "audit_entry" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answer_link" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail_template" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "municipality_setting" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "initiative_owner" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "initiative_unit" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "organisation_unit" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stand_in" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "initiative_tag" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report_file" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "status_report" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answer" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignment" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plan_event" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_comment" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_run" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_step" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_account" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_passkey" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_rate_limit" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_session" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_two_factor" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_user" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_verification" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "organisation_unit" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "organisation_unit" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "organisation_unit" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "initiative_unit" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "initiative_unit" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "initiative_unit" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "initiative_tag" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "initiative_tag" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "initiative_tag" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "status_report" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "status_report" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "status_report" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
-- What is published, and the steps that led there, are only ever added to. Grants say so to the application's role; this says so to the owner as well.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "status_report" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "status_report" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "report_file" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "report_file" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "round_step" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "round_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "plan_event" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "plan_event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
-- The answers of a published round change only as a correction, which publishes a new version in the same transaction.
CREATE FUNCTION "refuse_changing_published"() RETURNS trigger LANGUAGE plpgsql AS $$
declare
	touched record := coalesce(new, old);
begin
	if current_setting('app.correcting', true) is distinct from 'on' and exists (
		select from status_report r where r.municipality_code = touched.municipality_code and r.plan_id = touched.plan_id and r.year = touched.year
	) then
		raise exception 'the round of % is published', touched.year using errcode = 'FR001';
	end if;
	return touched;
end
$$;
--> statement-breakpoint
CREATE TRIGGER "refuse_changing_published" BEFORE INSERT OR UPDATE OR DELETE ON "assessment" FOR EACH ROW EXECUTE FUNCTION "refuse_changing_published"();--> statement-breakpoint
CREATE TRIGGER "refuse_changing_published" BEFORE INSERT OR UPDATE OR DELETE ON "round_line" FOR EACH ROW EXECUTE FUNCTION "refuse_changing_published"();--> statement-breakpoint
-- Each entry of the audit log and of the history carries the hash of the one before it in its municipality, so that an entry that
-- was changed or taken out, by whatever means, shows. The time zone is fixed because the text of a time depends on it.
CREATE FUNCTION "hash_entry"(entry jsonb, previous text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	select encode(sha256(convert_to(coalesce(previous, '') || (entry - 'hash' - 'previous_hash')::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION "chain_entry"() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
begin
	-- One chain grows at one end: who adds waits for the other. Writers of a municipality wait for each other anyway.
	perform pg_advisory_xact_lock(hashtext(tg_table_name), hashtext(new.municipality_code));
	execute format('select hash from %I where municipality_code = $1 order by id desc limit 1', tg_table_name) into new.previous_hash using new.municipality_code;
	new.hash := hash_entry(to_jsonb(new), new.previous_hash);
	return new;
end
$$;
--> statement-breakpoint
-- Entries of the caller's municipality that do not carry the hash they should: changed, or after one that was taken out.
CREATE FUNCTION "find_broken_entries"(log text) RETURNS TABLE (entry_id bigint) LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
begin
	return query execute format(
		'select id from (select t.id, t.previous_hash, t.hash, hash_entry(to_jsonb(t), t.previous_hash) as right_hash,
			lag(t.hash) over (partition by t.municipality_code order by t.id) as last_hash from %I t) e
		where previous_hash is distinct from last_hash or hash <> right_hash order by id', log);
end
$$;
--> statement-breakpoint
-- The history that is already there gets its hashes in its own order.
ALTER TABLE "change" DISABLE TRIGGER "refuse_rewriting";--> statement-breakpoint
DO $$
declare
	entry record;
	last_code text;
	last_hash text;
begin
	set local timezone = 'UTC';
	for entry in select * from change order by municipality_code, id loop
		if entry.municipality_code is distinct from last_code then last_hash := null; end if;
		update change set previous_hash = last_hash, hash = hash_entry(to_jsonb(entry), last_hash)
		where municipality_code = entry.municipality_code and id = entry.id returning hash into last_hash;
		last_code := entry.municipality_code;
	end loop;
end
$$;
--> statement-breakpoint
ALTER TABLE "change" ENABLE TRIGGER "refuse_rewriting";--> statement-breakpoint
CREATE TRIGGER "chain_entry" BEFORE INSERT ON "change" FOR EACH ROW EXECUTE FUNCTION "chain_entry"();--> statement-breakpoint
CREATE TRIGGER "chain_entry" BEFORE INSERT ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "chain_entry"();--> statement-breakpoint
COMMENT ON TABLE "audit_entry" IS 'Who signed in, who read personal data, who took data out. Ids only, never names or addresses. Only ever added to';
COMMENT ON COLUMN "audit_entry"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "audit_entry"."id" IS 'Order of the entries';
COMMENT ON COLUMN "audit_entry"."event" IS 'What happened';
COMMENT ON COLUMN "audit_entry"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "audit_entry"."subject" IS 'Id of what it is about: a person, a round, a file';
COMMENT ON COLUMN "audit_entry"."details" IS 'Facts about it, never personal data';
COMMENT ON COLUMN "audit_entry"."at" IS 'When it was done';
COMMENT ON COLUMN "audit_entry"."previous_hash" IS 'Hash of the entry before it; null for the first';
COMMENT ON COLUMN "audit_entry"."hash" IS 'Hash of this entry with the one before it';--> statement-breakpoint
COMMENT ON TABLE "answer_link" IS 'Links by which a person answers without a password';
COMMENT ON COLUMN "answer_link"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "answer_link"."id" IS 'Stable id';
COMMENT ON COLUMN "answer_link"."person_id" IS 'Person that the row is about';
COMMENT ON COLUMN "answer_link"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "answer_link"."year" IS 'Year of the round it is for';
COMMENT ON COLUMN "answer_link"."token_hash" IS 'SHA-256 in hex of the secret in the link; the secret itself is not stored';
COMMENT ON COLUMN "answer_link"."added_at" IS 'When the row was added';
COMMENT ON COLUMN "answer_link"."expires_at" IS 'When it ends';
COMMENT ON COLUMN "answer_link"."revoked_at" IS 'When it was taken back';
COMMENT ON COLUMN "answer_link"."revoked_by" IS 'Id of the person who took it back';
COMMENT ON COLUMN "answer_link"."used_at" IS 'When it was last used to sign in';--> statement-breakpoint
COMMENT ON TABLE "mail" IS 'Mails to send and sent; each is sent once';
COMMENT ON COLUMN "mail"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "mail"."id" IS 'Stable id';
COMMENT ON COLUMN "mail"."kind" IS 'What kind of mail';
COMMENT ON COLUMN "mail"."person_id" IS 'Person that the row is about';
COMMENT ON COLUMN "mail"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "mail"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "mail"."day" IS 'Danish day it is for';
COMMENT ON COLUMN "mail"."is_gathered" IS 'One of the mails of which a person gets at most one a day';
COMMENT ON COLUMN "mail"."to_address" IS 'Address it goes to';
COMMENT ON COLUMN "mail"."subject" IS 'Subject';
COMMENT ON COLUMN "mail"."text" IS 'The mail as plain text';
COMMENT ON COLUMN "mail"."html" IS 'The mail as HTML';
COMMENT ON COLUMN "mail"."state" IS 'How far it has come';
COMMENT ON COLUMN "mail"."error" IS 'What the mail server said when it refused';
COMMENT ON COLUMN "mail"."queued_at" IS 'When it was written';
COMMENT ON COLUMN "mail"."tried_at" IS 'When a worker took it';
COMMENT ON COLUMN "mail"."sent_at" IS 'When the mail server took it over';--> statement-breakpoint
COMMENT ON TABLE "mail_template" IS 'A municipality''s own words in a kind of mail';
COMMENT ON COLUMN "mail_template"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "mail_template"."kind" IS 'Kind of mail';
COMMENT ON COLUMN "mail_template"."subject" IS 'Own subject; null for the product''s';
COMMENT ON COLUMN "mail_template"."opening" IS 'Own first lines; null for the product''s';
COMMENT ON COLUMN "mail_template"."version" IS 'Optimistic version: grows by one at each change';
COMMENT ON COLUMN "mail_template"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "mail_template"."changed_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "municipality_setting" IS 'What a municipality has set';
COMMENT ON COLUMN "municipality_setting"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "municipality_setting"."key" IS 'Which setting';
COMMENT ON COLUMN "municipality_setting"."value" IS 'Its value as JSON, checked when read';
COMMENT ON COLUMN "municipality_setting"."version" IS 'Optimistic version: grows by one at each change';
COMMENT ON COLUMN "municipality_setting"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "municipality_setting"."changed_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "initiative_owner" IS 'Who answers for an initiative until somebody else does';
COMMENT ON COLUMN "initiative_owner"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "initiative_owner"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "initiative_owner"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "initiative_owner"."person_id" IS 'Person that the row is about';--> statement-breakpoint
COMMENT ON TABLE "initiative_unit" IS 'The organisation unit that an initiative''s responsible body is';
COMMENT ON COLUMN "initiative_unit"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "initiative_unit"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "initiative_unit"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "initiative_unit"."unit_id" IS 'The unit';--> statement-breakpoint
COMMENT ON TABLE "organisation_unit" IS 'Parts of the organisation and outside bodies that answer for initiatives';
COMMENT ON COLUMN "organisation_unit"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "organisation_unit"."id" IS 'Stable id';
COMMENT ON COLUMN "organisation_unit"."name" IS 'Name, unique without regard to case';
COMMENT ON COLUMN "organisation_unit"."parent_id" IS 'Unit it belongs under';
COMMENT ON COLUMN "organisation_unit"."version" IS 'Optimistic version: grows by one at each change';
COMMENT ON COLUMN "organisation_unit"."changed_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "person" IS 'Who answers, reviews or runs the round';
COMMENT ON COLUMN "person"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "person"."id" IS 'Stable id';
COMMENT ON COLUMN "person"."name" IS 'Name; "-" when erased';
COMMENT ON COLUMN "person"."email" IS 'Address; null when erased';
COMMENT ON COLUMN "person"."role" IS 'What the person is to the municipality';
COMMENT ON COLUMN "person"."unit_id" IS 'Unit the person belongs to';
COMMENT ON COLUMN "person"."calendar_hash" IS 'SHA-256 in hex of the secret in the address of the person''s calendar';
COMMENT ON COLUMN "person"."bounced_at" IS 'When a mail to the address was refused; null while mail arrives';
COMMENT ON COLUMN "person"."bounce_reason" IS 'What the mail server said';
COMMENT ON COLUMN "person"."left_at" IS 'When the person left; null while active';
COMMENT ON COLUMN "person"."erased_at" IS 'When name and address were erased';
COMMENT ON COLUMN "person"."version" IS 'Optimistic version: grows by one at each change';
COMMENT ON COLUMN "person"."changed_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "stand_in" IS 'Who acts in another''s place, and for how long';
COMMENT ON COLUMN "stand_in"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "stand_in"."person_id" IS 'Whose place';
COMMENT ON COLUMN "stand_in"."stand_in_id" IS 'Who acts';
COMMENT ON COLUMN "stand_in"."from_date" IS 'First day';
COMMENT ON COLUMN "stand_in"."until_date" IS 'Last day; null until further notice';--> statement-breakpoint
COMMENT ON TABLE "initiative_tag" IS 'What initiatives are sorted by beside section and sector';
COMMENT ON COLUMN "initiative_tag"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "initiative_tag"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "initiative_tag"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "initiative_tag"."kind" IS 'Committee, theme or UN goal';
COMMENT ON COLUMN "initiative_tag"."value" IS 'Its name, or the number of the goal';--> statement-breakpoint
COMMENT ON TABLE "report_file" IS 'Files made when a report was published. Only ever added to';
COMMENT ON COLUMN "report_file"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "report_file"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "report_file"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "report_file"."version" IS 'Version of the report';
COMMENT ON COLUMN "report_file"."name" IS 'Which file: format, layout and language';
COMMENT ON COLUMN "report_file"."bytes" IS 'The file';
COMMENT ON COLUMN "report_file"."sha256" IS 'SHA-256 of the file, in hex';--> statement-breakpoint
COMMENT ON TABLE "status_report" IS 'Published reports, frozen. Only ever added to; a correction is a new version';
COMMENT ON COLUMN "status_report"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "status_report"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "status_report"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "status_report"."version" IS 'Version of the report, from 1';
COMMENT ON COLUMN "status_report"."content" IS 'Canonical JSON, exactly the bytes that are hashed';
COMMENT ON COLUMN "status_report"."sha256" IS 'SHA-256 of the content, in hex';
COMMENT ON COLUMN "status_report"."layout_version" IS 'Version of the layout the files were made with';
COMMENT ON COLUMN "status_report"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "status_report"."at" IS 'When it was done';
COMMENT ON COLUMN "status_report"."reason" IS 'Why it was corrected; null for the first version';
COMMENT ON COLUMN "status_report"."differences" IS 'What differs from the version before; null for the first';--> statement-breakpoint
COMMENT ON TABLE "answer" IS 'How far the answer about an initiative has come in a round; what was answered stands in assessment';
COMMENT ON COLUMN "answer"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "answer"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "answer"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "answer"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "answer"."status" IS 'Waiting, draft, answered, sent back or accepted';
COMMENT ON COLUMN "answer"."is_unchanged" IS 'Confirmed as the same as last year';
COMMENT ON COLUMN "answer"."colour_reason" IS 'Why the colour is another than the reading guide''s';
COMMENT ON COLUMN "answer"."draft" IS 'What is typed and not sent in, as JSON, checked when read';
COMMENT ON COLUMN "answer"."answered_by" IS 'Id of the person who answered';
COMMENT ON COLUMN "answer"."answered_at" IS 'When it was answered';
COMMENT ON COLUMN "answer"."version" IS 'Optimistic version: grows by one at each change';
COMMENT ON COLUMN "answer"."changed_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "assignment" IS 'Who is asked about an initiative in a round';
COMMENT ON COLUMN "assignment"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "assignment"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "assignment"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "assignment"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "assignment"."person_id" IS 'Person that the row is about';--> statement-breakpoint
COMMENT ON TABLE "plan_event" IS 'What happened to a line of the plan in a round. Only ever added to';
COMMENT ON COLUMN "plan_event"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "plan_event"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "plan_event"."id" IS 'Order of the events';
COMMENT ON COLUMN "plan_event"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "plan_event"."kind" IS 'New, taken out, merged, split, renumbered or another owner';
COMMENT ON COLUMN "plan_event"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "plan_event"."other_id" IS 'The initiative it was merged into or split from';
COMMENT ON COLUMN "plan_event"."before" IS 'Number or owner before';
COMMENT ON COLUMN "plan_event"."after" IS 'Number or owner after';
COMMENT ON COLUMN "plan_event"."decision" IS 'The decision behind it, in words';
COMMENT ON COLUMN "plan_event"."case_number" IS 'Case number of the decision';
COMMENT ON COLUMN "plan_event"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "plan_event"."at" IS 'When it was done';--> statement-breakpoint
COMMENT ON TABLE "round_comment" IS 'What is said about an assessment while the round runs';
COMMENT ON COLUMN "round_comment"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "round_comment"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "round_comment"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "round_comment"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "round_comment"."id" IS 'Order of the comments';
COMMENT ON COLUMN "round_comment"."kind" IS 'A comment, or the reason an answer was sent back';
COMMENT ON COLUMN "round_comment"."text" IS 'The words';
COMMENT ON COLUMN "round_comment"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "round_comment"."at" IS 'When it was done';--> statement-breakpoint
COMMENT ON TABLE "round_run" IS 'A round that is run here; one that came whole from a document has no such row';
COMMENT ON COLUMN "round_run"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "round_run"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "round_run"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "round_run"."stage" IS 'How far the round has come';
COMMENT ON COLUMN "round_run"."deadline" IS 'Last day to answer';
COMMENT ON COLUMN "round_run"."legend_id" IS 'Reading guide of the round';
COMMENT ON COLUMN "round_run"."legend_version" IS 'Version of the reading guide';
COMMENT ON COLUMN "round_run"."asked_fields" IS 'What is asked for';
COMMENT ON COLUMN "round_run"."remark_limit" IS 'Characters a remark may have';
COMMENT ON COLUMN "round_run"."contact" IS 'Whom to ask, in words';
COMMENT ON COLUMN "round_run"."version" IS 'Optimistic version: grows by one at each change';
COMMENT ON COLUMN "round_run"."changed_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "round_step" IS 'Every step of a round, forward and back. Only ever added to';
COMMENT ON COLUMN "round_step"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "round_step"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "round_step"."year" IS 'Year of the round, an integer and never a date';
COMMENT ON COLUMN "round_step"."id" IS 'Order of the steps';
COMMENT ON COLUMN "round_step"."from_stage" IS 'Stage before; null for the opening';
COMMENT ON COLUMN "round_step"."to_stage" IS 'Stage after';
COMMENT ON COLUMN "round_step"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "round_step"."at" IS 'When it was done';
COMMENT ON COLUMN "round_step"."reason" IS 'Why, in words; stated for a step back';
COMMENT ON COLUMN "round_step"."meeting_body" IS 'Body it was presented to';
COMMENT ON COLUMN "round_step"."meeting_date" IS 'Day of the meeting';
COMMENT ON COLUMN "round_step"."case_number" IS 'Case number of the decision';--> statement-breakpoint
COMMENT ON TABLE "sign_in_account" IS 'How a user signs in: identity provider or password';
COMMENT ON COLUMN "sign_in_account"."id" IS 'Stable id';
COMMENT ON COLUMN "sign_in_account"."user_id" IS 'The sign-in''s user';
COMMENT ON COLUMN "sign_in_account"."account_id" IS 'The provider''s id of the user';
COMMENT ON COLUMN "sign_in_account"."provider_id" IS 'The provider';
COMMENT ON COLUMN "sign_in_account"."access_token" IS 'Token of the provider';
COMMENT ON COLUMN "sign_in_account"."refresh_token" IS 'Token of the provider';
COMMENT ON COLUMN "sign_in_account"."id_token" IS 'Token of the provider';
COMMENT ON COLUMN "sign_in_account"."access_token_expires_at" IS 'When the token ends';
COMMENT ON COLUMN "sign_in_account"."refresh_token_expires_at" IS 'When the token ends';
COMMENT ON COLUMN "sign_in_account"."scope" IS 'What the token is good for';
COMMENT ON COLUMN "sign_in_account"."password" IS 'Hash of the password where passwords are switched on';
COMMENT ON COLUMN "sign_in_account"."created_at" IS 'When the row was added';
COMMENT ON COLUMN "sign_in_account"."updated_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "sign_in_passkey" IS 'Passkeys';
COMMENT ON COLUMN "sign_in_passkey"."id" IS 'Stable id';
COMMENT ON COLUMN "sign_in_passkey"."user_id" IS 'The sign-in''s user';
COMMENT ON COLUMN "sign_in_passkey"."name" IS 'What the user calls it';
COMMENT ON COLUMN "sign_in_passkey"."public_key" IS 'Public key';
COMMENT ON COLUMN "sign_in_passkey"."credential_id" IS 'The key''s own id';
COMMENT ON COLUMN "sign_in_passkey"."counter" IS 'Counter of uses';
COMMENT ON COLUMN "sign_in_passkey"."device_type" IS 'Kind of device';
COMMENT ON COLUMN "sign_in_passkey"."backed_up" IS 'Whether the key is kept in more than one place';
COMMENT ON COLUMN "sign_in_passkey"."transports" IS 'How the key is reached';
COMMENT ON COLUMN "sign_in_passkey"."aaguid" IS 'Kind of authenticator';
COMMENT ON COLUMN "sign_in_passkey"."created_at" IS 'When the row was added';--> statement-breakpoint
COMMENT ON TABLE "sign_in_rate_limit" IS 'Counts requests, so that replicas share the limits';
COMMENT ON COLUMN "sign_in_rate_limit"."id" IS 'Stable id';
COMMENT ON COLUMN "sign_in_rate_limit"."key" IS 'What is counted';
COMMENT ON COLUMN "sign_in_rate_limit"."count" IS 'How many';
COMMENT ON COLUMN "sign_in_rate_limit"."last_request" IS 'Milliseconds since 1970';--> statement-breakpoint
COMMENT ON TABLE "sign_in_session" IS 'Who is signed in';
COMMENT ON COLUMN "sign_in_session"."id" IS 'Stable id';
COMMENT ON COLUMN "sign_in_session"."user_id" IS 'The sign-in''s user';
COMMENT ON COLUMN "sign_in_session"."token" IS 'Token of the session';
COMMENT ON COLUMN "sign_in_session"."expires_at" IS 'When it ends';
COMMENT ON COLUMN "sign_in_session"."ip_address" IS 'Address it was opened from';
COMMENT ON COLUMN "sign_in_session"."user_agent" IS 'Browser it was opened in';
COMMENT ON COLUMN "sign_in_session"."scope" IS 'full, or answers for a person who came by an answer link';
COMMENT ON COLUMN "sign_in_session"."municipality_code" IS 'Municipality of the answer link';
COMMENT ON COLUMN "sign_in_session"."person_id" IS 'Person of the answer link';
COMMENT ON COLUMN "sign_in_session"."method" IS 'How the person signed in';
COMMENT ON COLUMN "sign_in_session"."claims" IS 'Roles that the identity provider gave';
COMMENT ON COLUMN "sign_in_session"."second_factor_at" IS 'When the second factor was given';
COMMENT ON COLUMN "sign_in_session"."created_at" IS 'When the row was added';
COMMENT ON COLUMN "sign_in_session"."updated_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "sign_in_two_factor" IS 'Second factors';
COMMENT ON COLUMN "sign_in_two_factor"."id" IS 'Stable id';
COMMENT ON COLUMN "sign_in_two_factor"."user_id" IS 'The sign-in''s user';
COMMENT ON COLUMN "sign_in_two_factor"."secret" IS 'Secret of the codes, encrypted';
COMMENT ON COLUMN "sign_in_two_factor"."backup_codes" IS 'Backup codes, encrypted';
COMMENT ON COLUMN "sign_in_two_factor"."verified" IS 'Whether it has been confirmed by a code';
COMMENT ON COLUMN "sign_in_two_factor"."failed_verification_count" IS 'Wrong codes since the last right one';
COMMENT ON COLUMN "sign_in_two_factor"."locked_until" IS 'No code is taken until then';--> statement-breakpoint
COMMENT ON TABLE "sign_in_user" IS 'Users of the installation: an address that somebody signs in with';
COMMENT ON COLUMN "sign_in_user"."id" IS 'Stable id';
COMMENT ON COLUMN "sign_in_user"."name" IS 'Name';
COMMENT ON COLUMN "sign_in_user"."email" IS 'Address, in small letters';
COMMENT ON COLUMN "sign_in_user"."email_verified" IS 'Whether the address has been proved';
COMMENT ON COLUMN "sign_in_user"."image" IS 'Not used';
COMMENT ON COLUMN "sign_in_user"."two_factor_enabled" IS 'Whether a second factor is set up';
COMMENT ON COLUMN "sign_in_user"."created_at" IS 'When the row was added';
COMMENT ON COLUMN "sign_in_user"."updated_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON TABLE "sign_in_verification" IS 'Short-lived proofs: sign-in links and challenges';
COMMENT ON COLUMN "sign_in_verification"."id" IS 'Stable id';
COMMENT ON COLUMN "sign_in_verification"."identifier" IS 'What it proves; hashed for links';
COMMENT ON COLUMN "sign_in_verification"."value" IS 'What belongs to it';
COMMENT ON COLUMN "sign_in_verification"."expires_at" IS 'When it ends';
COMMENT ON COLUMN "sign_in_verification"."created_at" IS 'When the row was added';
COMMENT ON COLUMN "sign_in_verification"."updated_at" IS 'When the row was last changed';--> statement-breakpoint
COMMENT ON COLUMN "status_round"."is_public" IS 'Published, or taken in from a document that was; a round that is run here is not until it is published';
COMMENT ON COLUMN "change"."previous_hash" IS 'Hash of the entry before it; null for the first';
COMMENT ON COLUMN "change"."hash" IS 'Hash of this entry with the one before it';
