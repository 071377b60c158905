CREATE TABLE "assessment" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"initiative_id" uuid NOT NULL,
	"state" text,
	"state_text" text,
	"progress" text,
	"fulfilment" text,
	"fulfilment_text" text,
	"remark" text,
	"source" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('danish', coalesce(remark, '') || ' ' || coalesce(fulfilment_text, '')), 'C')) STORED,
	CONSTRAINT "assessment_pkey" PRIMARY KEY("municipality_code","plan_id","year","initiative_id"),
	CONSTRAINT "assessment_state" CHECK ("assessment"."state" in ('in progress', 'partly in progress', 'planning', 'not started', 'on hold', 'completed')),
	CONSTRAINT "assessment_progress" CHECK ("assessment"."progress" in ('green', 'yellow', 'red', 'white')),
	CONSTRAINT "assessment_fulfilment" CHECK ("assessment"."fulfilment" in ('green', 'yellow', 'red', 'pink')),
	CONSTRAINT "assessment_version_positive" CHECK ("assessment"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "assessment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "finding_dismissal" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"key" text NOT NULL,
	"reason" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "finding_dismissal_pkey" PRIMARY KEY("municipality_code","plan_id","key"),
	CONSTRAINT "finding_dismissal_reason_stated" CHECK ("finding_dismissal"."reason" ~ '\S')
);
--> statement-breakpoint
ALTER TABLE "finding_dismissal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "status_round" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"title" text NOT NULL,
	"status_date" date,
	"source" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "status_round_pkey" PRIMARY KEY("municipality_code","plan_id","year"),
	CONSTRAINT "status_round_year" CHECK ("status_round"."year" between 1900 and 2199),
	CONSTRAINT "status_round_title_stated" CHECK ("status_round"."title" <> ''),
	CONSTRAINT "status_round_version_positive" CHECK ("status_round"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "status_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "change" (
	"municipality_code" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entity" text NOT NULL,
	"action" text NOT NULL,
	"plan_id" uuid,
	"entity_id" text NOT NULL,
	"year" smallint,
	"before" jsonb,
	"after" jsonb,
	"who" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"import_id" uuid,
	CONSTRAINT "change_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "change_entity" CHECK ("change"."entity" in ('plan', 'section', 'initiative', 'round', 'assessment', 'dismissal')),
	CONSTRAINT "change_action" CHECK ("change"."action" in ('added', 'changed', 'removed')),
	CONSTRAINT "change_reason" CHECK ("change"."reason" in ('example', 'import', 'import undone', 'finding dismissed', 'finding restored', 'edit')),
	CONSTRAINT "change_year" CHECK ("change"."year" between 1900 and 2199),
	CONSTRAINT "change_sides" CHECK (("change"."action" = 'added') = ("change"."before" is null) and ("change"."action" = 'removed') = ("change"."after" is null))
);
--> statement-breakpoint
ALTER TABLE "change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "column_mapping" (
	"municipality_code" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "column_mapping_pkey" PRIMARY KEY("municipality_code","signature")
);
--> statement-breakpoint
ALTER TABLE "column_mapping" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document_import" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"missing" integer NOT NULL,
	"removed" integer NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "document_import_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "document_import_year" CHECK ("document_import"."year" between 1900 and 2199),
	CONSTRAINT "document_import_sha256" CHECK ("document_import"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "document_import_undone_whole" CHECK (("document_import"."undone_at" is null) = ("document_import"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "document_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_draft" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"year" smallint NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"mapping" jsonb,
	"result" jsonb NOT NULL,
	"corrections" jsonb NOT NULL,
	"basis" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_draft_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "import_draft_year" CHECK ("import_draft"."year" between 1900 and 2199),
	CONSTRAINT "import_draft_sha256" CHECK ("import_draft"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "import_draft_version_positive" CHECK ("import_draft"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "import_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "legend" (
	"municipality_code" text NOT NULL,
	"id" text NOT NULL,
	"version" smallint NOT NULL,
	"guide" jsonb NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "legend_pkey" PRIMARY KEY("municipality_code","id","version"),
	CONSTRAINT "legend_id_form" CHECK ("legend"."id" ~ '^[a-z0-9-]+$'),
	CONSTRAINT "legend_version_positive" CHECK ("legend"."version" > 0),
	CONSTRAINT "legend_guide_object" CHECK (jsonb_typeof("legend"."guide") = 'object')
);
--> statement-breakpoint
ALTER TABLE "legend" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_figure" (
	"municipality_code" text NOT NULL,
	"year" smallint NOT NULL,
	"subject" text NOT NULL,
	"total" double precision,
	"unit" text,
	"per_inhabitant" double precision,
	"population" integer,
	"population_year" smallint,
	"source" text NOT NULL,
	CONSTRAINT "account_figure_pkey" PRIMARY KEY("municipality_code","year","subject"),
	CONSTRAINT "account_figure_subject" CHECK ("account_figure"."subject" in ('agriculture', 'energy', 'transport', 'energy use', 'renewable supply')),
	CONSTRAINT "account_figure_year" CHECK ("account_figure"."year" between 1900 and 2199 and "account_figure"."population_year" between 1900 and 2199)
);
--> statement-breakpoint
ALTER TABLE "account_figure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "municipality" (
	"municipality_code" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"region_from_2027" text NOT NULL,
	"kind" text NOT NULL,
	"population" integer NOT NULL,
	"population_year" smallint NOT NULL,
	"population_previous" integer,
	"population_previous_year" smallint,
	"source" text NOT NULL,
	CONSTRAINT "municipality_slug_key" UNIQUE("slug"),
	CONSTRAINT "municipality_code_digits" CHECK ("municipality"."municipality_code" ~ '^\d{4}$'),
	CONSTRAINT "municipality_slug_form" CHECK ("municipality"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "municipality_name_stated" CHECK ("municipality"."name" <> ''),
	CONSTRAINT "municipality_population_positive" CHECK ("municipality"."population" > 0 and "municipality"."population_previous" > 0),
	CONSTRAINT "municipality_population_year" CHECK ("municipality"."population_year" between 1900 and 2199 and "municipality"."population_previous_year" between 1900 and 2199)
);
--> statement-breakpoint
ALTER TABLE "municipality" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "municipality_revision" (
	"municipality_code" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "municipality_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"rank" double precision NOT NULL,
	"section_id" uuid,
	"title" text NOT NULL,
	"sector" text,
	"start_date" date,
	"deadline" date,
	"priority" text,
	"priority_text" text,
	"responsible" text,
	"budget" text,
	"co2_relation" text,
	"co2_relation_text" text,
	"sphere" text,
	"quantity_value" double precision,
	"quantity_unit" text,
	"quantity_basis" text,
	"introduced_in" smallint,
	"withdrawn_in" smallint,
	"source" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('danish', number || ' ' || title), 'A') || setweight(to_tsvector('danish', coalesce(responsible, '') || ' ' || coalesce(sector, '')), 'B') || setweight(to_tsvector('danish', coalesce(budget, '') || ' ' || coalesce(co2_relation_text, '')), 'D')) STORED,
	CONSTRAINT "initiative_pkey" PRIMARY KEY("municipality_code","plan_id","id"),
	CONSTRAINT "initiative_number_stated" CHECK ("initiative"."number" ~ '\S' and length("initiative"."number") <= 40),
	CONSTRAINT "initiative_title_stated" CHECK ("initiative"."title" <> ''),
	CONSTRAINT "initiative_priority" CHECK ("initiative"."priority" in ('prioritised', 'planned prioritised', 'not prioritised')),
	CONSTRAINT "initiative_co2_relation" CHECK ("initiative"."co2_relation" in ('calculated', 'supporting', 'not calculated')),
	CONSTRAINT "initiative_sphere" CHECK ("initiative"."sphere" in ('operator', 'authority', 'owner', 'facilitator')),
	CONSTRAINT "initiative_quantity_whole" CHECK (("initiative"."quantity_value" is null) = ("initiative"."quantity_unit" is null)),
	CONSTRAINT "initiative_quantity_basis" CHECK ("initiative"."quantity_basis" is null or "initiative"."quantity_value" is not null),
	CONSTRAINT "initiative_years" CHECK ("initiative"."introduced_in" between 1900 and 2199 and "initiative"."withdrawn_in" between 1900 and 2199),
	CONSTRAINT "initiative_dates" CHECK ("initiative"."start_date" between '1900-01-01' and '2199-12-31' and "initiative"."deadline" between '1900-01-01' and '2199-12-31'),
	CONSTRAINT "initiative_version_positive" CHECK ("initiative"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "initiative" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"period_start" smallint,
	"period_end" smallint,
	"legend_id" text,
	"legend_version" smallint,
	"source" text NOT NULL,
	"is_public" boolean NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "plan_title_stated" CHECK ("plan"."title" <> ''),
	CONSTRAINT "plan_period" CHECK ("plan"."period_start" between 1900 and 2199 and "plan"."period_end" between 1900 and 2199 and "plan"."period_start" <= "plan"."period_end"),
	CONSTRAINT "plan_legend_whole" CHECK (("plan"."legend_id" is null) = ("plan"."legend_version" is null)),
	CONSTRAINT "plan_version_positive" CHECK ("plan"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_figure" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"label" text NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	"year" smallint,
	"source" text NOT NULL,
	CONSTRAINT "plan_figure_pkey" PRIMARY KEY("municipality_code","plan_id","position"),
	CONSTRAINT "plan_figure_year" CHECK ("plan_figure"."year" between 1900 and 2199)
);
--> statement-breakpoint
ALTER TABLE "plan_figure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relation" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"target_number" text,
	CONSTRAINT "relation_pkey" PRIMARY KEY("municipality_code","plan_id","initiative_id","position"),
	CONSTRAINT "relation_kind" CHECK ("relation"."kind" in ('see', 'counted inside', 'in the baseline')),
	CONSTRAINT "relation_target" CHECK ("relation"."kind" = 'in the baseline' or "relation"."target_number" is not null)
);
--> statement-breakpoint
ALTER TABLE "relation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "section" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "section_pkey" PRIMARY KEY("municipality_code","plan_id","id"),
	CONSTRAINT "section_title_stated" CHECK ("section"."title" <> ''),
	CONSTRAINT "section_position" CHECK ("section"."position" >= 0)
);
--> statement-breakpoint
ALTER TABLE "section" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_dismissal" ADD CONSTRAINT "finding_dismissal_plan_fkey" FOREIGN KEY ("municipality_code","plan_id") REFERENCES "public"."plan"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_round" ADD CONSTRAINT "status_round_plan_fkey" FOREIGN KEY ("municipality_code","plan_id") REFERENCES "public"."plan"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_import" ADD CONSTRAINT "document_import_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_draft" ADD CONSTRAINT "import_draft_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legend" ADD CONSTRAINT "legend_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_figure" ADD CONSTRAINT "account_figure_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipality_revision" ADD CONSTRAINT "municipality_revision_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_plan_fkey" FOREIGN KEY ("municipality_code","plan_id") REFERENCES "public"."plan"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_section_fkey" FOREIGN KEY ("municipality_code","plan_id","section_id") REFERENCES "public"."section"("municipality_code","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_legend_fkey" FOREIGN KEY ("municipality_code","legend_id","legend_version") REFERENCES "public"."legend"("municipality_code","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_figure" ADD CONSTRAINT "plan_figure_plan_fkey" FOREIGN KEY ("municipality_code","plan_id") REFERENCES "public"."plan"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_plan_fkey" FOREIGN KEY ("municipality_code","plan_id") REFERENCES "public"."plan"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_initiative_index" ON "assessment" USING btree ("municipality_code","plan_id","initiative_id");--> statement-breakpoint
CREATE INDEX "change_entity_index" ON "change" USING btree ("municipality_code","plan_id","entity_id");--> statement-breakpoint
CREATE INDEX "change_import_index" ON "change" USING btree ("municipality_code","import_id");--> statement-breakpoint
CREATE INDEX "import_draft_expiry_index" ON "import_draft" USING btree ("municipality_code","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "initiative_number_key" ON "initiative" USING btree ("municipality_code","plan_id",lower(regexp_replace("number", '\s+', '', 'g'))) WHERE "initiative"."withdrawn_in" is null;--> statement-breakpoint
CREATE INDEX "initiative_rank_index" ON "initiative" USING btree ("municipality_code","plan_id","rank");--> statement-breakpoint
CREATE POLICY "assessment_tenant" ON "assessment" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "assessment_public" ON "assessment" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public));--> statement-breakpoint
CREATE POLICY "finding_dismissal_tenant" ON "finding_dismissal" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "status_round_tenant" ON "status_round" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "status_round_public" ON "status_round" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public));--> statement-breakpoint
CREATE POLICY "change_tenant" ON "change" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "column_mapping_tenant" ON "column_mapping" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "document_import_tenant" ON "document_import" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "import_draft_tenant" ON "import_draft" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "legend_tenant" ON "legend" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "account_figure_tenant" ON "account_figure" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "account_figure_public" ON "account_figure" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public');--> statement-breakpoint
CREATE POLICY "municipality_tenant" ON "municipality" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "municipality_public" ON "municipality" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public');--> statement-breakpoint
CREATE POLICY "municipality_revision_tenant" ON "municipality_revision" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "municipality_revision_public" ON "municipality_revision" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public');--> statement-breakpoint
CREATE POLICY "initiative_tenant" ON "initiative" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "initiative_public" ON "initiative" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public));--> statement-breakpoint
CREATE POLICY "plan_tenant" ON "plan" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "plan_public" ON "plan" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and is_public);--> statement-breakpoint
CREATE POLICY "plan_figure_tenant" ON "plan_figure" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "relation_tenant" ON "relation" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "section_tenant" ON "section" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
-- Added by hand: drizzle-kit enables row-level security but cannot force it on the owner.
ALTER TABLE "assessment" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "finding_dismissal" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "status_round" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "change" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "column_mapping" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "document_import" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_draft" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "legend" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_figure" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "municipality" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "municipality_revision" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "initiative" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plan" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plan_figure" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "relation" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "section" FORCE ROW LEVEL SECURITY;
