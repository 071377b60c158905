CREATE TABLE "account" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"release" text NOT NULL,
	"release_date" date,
	"method_version" text,
	"source" text NOT NULL,
	"gwp_set" text,
	"population" integer,
	"population_year" smallint,
	"totals" jsonb NOT NULL,
	"chosen_total" text,
	"key_figures" jsonb NOT NULL,
	"import_id" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"who" text NOT NULL,
	CONSTRAINT "account_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "account_vintage_key" UNIQUE("municipality_code","kind","year","release"),
	CONSTRAINT "account_kind" CHECK ("account"."kind" in ('geographic', 'enterprise')),
	CONSTRAINT "account_gwp_set" CHECK ("account"."gwp_set" in ('AR4', 'AR5', 'AR6')),
	CONSTRAINT "account_year" CHECK ("account"."year" between 1900 and 2199 and "account"."population_year" between 1900 and 2199),
	CONSTRAINT "account_release_stated" CHECK ("account"."release" ~ '\S' and "account"."source" ~ '\S'),
	CONSTRAINT "account_population_positive" CHECK ("account"."population" > 0)
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_import" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "account_import_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "account_import_sha256" CHECK ("account_import"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "account_import_undone_whole" CHECK (("account_import"."undone_at" is null) = ("account_import"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "account_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_row" (
	"municipality_code" text NOT NULL,
	"account_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sector" text NOT NULL,
	"sub_sector" text,
	"carrier" text,
	"gas" text NOT NULL,
	"part" text NOT NULL,
	"scope" smallint,
	"activity" double precision,
	"activity_unit" text,
	"factor" double precision,
	"factor_unit" text,
	"factor_id" text,
	"tonnes" double precision,
	"origin" text NOT NULL,
	"notation" text,
	"reason" text,
	"activity_quality" text,
	"factor_quality" text,
	"label" text,
	"place" text,
	CONSTRAINT "account_row_pkey" PRIMARY KEY("municipality_code","account_id","position"),
	CONSTRAINT "account_row_sector" CHECK ("account_row"."sector" in ('energy', 'transport', 'agriculture', 'waste', 'wastewater', 'processes')),
	CONSTRAINT "account_row_sub_sector" CHECK ("account_row"."sub_sector" in ('households', 'services', 'industry', 'supply', 'agriculture energy', 'power to grid', 'road', 'rail', 'shipping', 'aviation', 'non-road', 'livestock', 'land use', 'soils', 'landfill', 'biological treatment', 'incineration', 'imported waste', 'industrial processes', 'product use')),
	CONSTRAINT "account_row_carrier" CHECK ("account_row"."carrier" in ('coal', 'natural gas', 'gas oil', 'fuel oil', 'petrol', 'diesel', 'lpg', 'jet fuel', 'biogas', 'wood', 'straw', 'biofuel', 'waste fuel', 'electricity', 'district heat', 'grid losses', 'other carrier')),
	CONSTRAINT "account_row_gas" CHECK ("account_row"."gas" in ('CO2', 'CH4', 'N2O', 'F-gases', 'CO2e')),
	CONSTRAINT "account_row_part" CHECK ("account_row"."part" in ('emission', 'biogenic', 'removal')),
	CONSTRAINT "account_row_scope" CHECK ("account_row"."scope" between 1 and 3),
	CONSTRAINT "account_row_origin" CHECK ("account_row"."origin" in ('stated', 'activity x factor', 'per inhabitant x population')),
	CONSTRAINT "account_row_notation" CHECK ("account_row"."notation" in ('NO', 'NE', 'IE', 'C')),
	CONSTRAINT "account_row_quality" CHECK ("account_row"."activity_quality" in ('H', 'M', 'L') and "account_row"."factor_quality" in ('H', 'M', 'L')),
	CONSTRAINT "account_row_stated" CHECK (("account_row"."tonnes" is null) = ("account_row"."notation" is not null)),
	CONSTRAINT "account_row_reason" CHECK ("account_row"."notation" is null or "account_row"."reason" ~ '\S'),
	CONSTRAINT "account_row_removal" CHECK ("account_row"."part" <> 'removal' or "account_row"."tonnes" <= 0)
);
--> statement-breakpoint
ALTER TABLE "account_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "factor_override" (
	"municipality_code" text NOT NULL,
	"factor_id" text NOT NULL,
	"value" double precision NOT NULL,
	"source" text NOT NULL,
	"who" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "factor_override_pkey" PRIMARY KEY("municipality_code","factor_id"),
	CONSTRAINT "factor_override_source_stated" CHECK ("factor_override"."source" ~ '\S'),
	CONSTRAINT "factor_override_version_positive" CHECK ("factor_override"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "factor_override" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "climate_target" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"step" text NOT NULL,
	"year" smallint NOT NULL,
	"per_cent" double precision,
	"tonnes" double precision,
	"gases" text NOT NULL,
	"boundary" text NOT NULL,
	"source" text NOT NULL,
	"who" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "climate_target_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "climate_target_kind" CHECK ("climate_target"."kind" in ('geographic', 'enterprise')),
	CONSTRAINT "climate_target_step" CHECK ("climate_target"."step" in ('interim', 'main', 'net zero')),
	CONSTRAINT "climate_target_gases" CHECK ("climate_target"."gases" in ('CO2', 'CO2e')),
	CONSTRAINT "climate_target_year" CHECK ("climate_target"."year" between 1900 and 2199),
	CONSTRAINT "climate_target_stated" CHECK ("climate_target"."per_cent" is not null or "climate_target"."tonnes" is not null)
);
--> statement-breakpoint
ALTER TABLE "climate_target" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "target_frame" (
	"municipality_code" text NOT NULL,
	"kind" text NOT NULL,
	"reference_year" smallint,
	"reference_tonnes" double precision,
	"reference_gases" text,
	"reference_gwp_set" text,
	"reference_method" text,
	"reference_source" text,
	"reference_uncertainty" double precision,
	"base_year" smallint,
	"base_account_id" uuid,
	"base_source" text,
	"who" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "target_frame_pkey" PRIMARY KEY("municipality_code","kind"),
	CONSTRAINT "target_frame_kind" CHECK ("target_frame"."kind" in ('geographic', 'enterprise')),
	CONSTRAINT "target_frame_gases" CHECK ("target_frame"."reference_gases" in ('CO2', 'CO2e')),
	CONSTRAINT "target_frame_gwp_set" CHECK ("target_frame"."reference_gwp_set" in ('AR4', 'AR5', 'AR6')),
	CONSTRAINT "target_frame_years" CHECK ("target_frame"."reference_year" between 1900 and 2199 and "target_frame"."base_year" between 1900 and 2199),
	CONSTRAINT "target_frame_reference_whole" CHECK (("target_frame"."reference_year" is null) = ("target_frame"."reference_source" is null) and ("target_frame"."reference_year" is null) = ("target_frame"."reference_gases" is null)),
	CONSTRAINT "target_frame_base_whole" CHECK (("target_frame"."base_year" is null) = ("target_frame"."base_source" is null)),
	CONSTRAINT "target_frame_version_positive" CHECK ("target_frame"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "target_frame" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "change" DROP CONSTRAINT "change_entity";--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_import_fkey" FOREIGN KEY ("municipality_code","import_id") REFERENCES "public"."account_import"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_import" ADD CONSTRAINT "account_import_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_row" ADD CONSTRAINT "account_row_account_fkey" FOREIGN KEY ("municipality_code","account_id") REFERENCES "public"."account"("municipality_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_override" ADD CONSTRAINT "factor_override_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "climate_target" ADD CONSTRAINT "climate_target_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_frame" ADD CONSTRAINT "target_frame_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_frame" ADD CONSTRAINT "target_frame_account_fkey" FOREIGN KEY ("municipality_code","base_account_id") REFERENCES "public"."account"("municipality_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "factor_override_changed_index" ON "factor_override" USING btree ("municipality_code","changed_at");--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_entity" CHECK ("change"."entity" in ('plan', 'section', 'initiative', 'round', 'assessment', 'answer', 'dismissal', 'person', 'unit', 'setting', 'account', 'factor', 'target'));--> statement-breakpoint
CREATE POLICY "account_tenant" ON "account" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "account_public" ON "account" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public');--> statement-breakpoint
CREATE POLICY "account_import_tenant" ON "account_import" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "account_row_tenant" ON "account_row" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "account_row_public" ON "account_row" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public');--> statement-breakpoint
CREATE POLICY "factor_override_tenant" ON "factor_override" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "climate_target_tenant" ON "climate_target" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "target_frame_tenant" ON "target_frame" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
ALTER TABLE "account_import" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_row" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "factor_override" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "target_frame" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "climate_target" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "account" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "account" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "account" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "account_row" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "account_row" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "account_row" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "factor_override" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "factor_override" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "factor_override" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "target_frame" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "target_frame" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "target_frame" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "climate_target" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "climate_target" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "climate_target" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
COMMENT ON TABLE "account_import" IS 'Files that climate accounts were taken in from; undoing one takes its accounts away and keeps this row';
COMMENT ON COLUMN "account_import"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "account_import"."id" IS 'Stable id';
COMMENT ON COLUMN "account_import"."file_name" IS 'Name of the uploaded file, without folders';
COMMENT ON COLUMN "account_import"."sha256" IS 'SHA-256 of the file, in hex';
COMMENT ON COLUMN "account_import"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "account_import"."at" IS 'When it was done';
COMMENT ON COLUMN "account_import"."undone_at" IS 'When it was undone';
COMMENT ON COLUMN "account_import"."undone_by" IS 'Id of the person who undid it';--> statement-breakpoint
COMMENT ON TABLE "account" IS 'Climate accounts: one year of one kind in one release; a later release of a year is another row beside it';
COMMENT ON COLUMN "account"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "account"."id" IS 'Stable id';
COMMENT ON COLUMN "account"."kind" IS 'The geographic area, or the municipality as an enterprise: never added up';
COMMENT ON COLUMN "account"."year" IS 'Year it is about, an integer and never a date';
COMMENT ON COLUMN "account"."release" IS 'Name of the release';
COMMENT ON COLUMN "account"."release_date" IS 'Day of the release; null is not stated';
COMMENT ON COLUMN "account"."method_version" IS 'Version of the method as the source names it; null is not stated';
COMMENT ON COLUMN "account"."source" IS 'Where it comes from: document and place, or data set';
COMMENT ON COLUMN "account"."gwp_set" IS 'Whose warming potentials its CO2e is in; null is not stated';
COMMENT ON COLUMN "account"."population" IS 'Inhabitants for figures per inhabitant';
COMMENT ON COLUMN "account"."population_year" IS 'Year of population';
COMMENT ON COLUMN "account"."totals" IS 'Totals the source prints, as JSON with label, sector and tonnes';
COMMENT ON COLUMN "account"."chosen_total" IS 'Label of the total a person chose where the source prints several';
COMMENT ON COLUMN "account"."key_figures" IS 'Figures beside the emissions, such as energy use, as JSON';
COMMENT ON COLUMN "account"."import_id" IS 'File it was taken in from; null for what the product ships';
COMMENT ON COLUMN "account"."added_at" IS 'When the row was added';
COMMENT ON COLUMN "account"."who" IS 'Id of the person who did it';--> statement-breakpoint
COMMENT ON TABLE "account_row" IS 'Lines of the accounts: tonnes, or a notation key with a reason';
COMMENT ON COLUMN "account_row"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "account_row"."account_id" IS 'Account that the line belongs to';
COMMENT ON COLUMN "account_row"."position" IS 'Place in the order, from 0';
COMMENT ON COLUMN "account_row"."sector" IS 'Sector of the line';
COMMENT ON COLUMN "account_row"."sub_sector" IS 'Part of the sector; null for the sector as a whole';
COMMENT ON COLUMN "account_row"."carrier" IS 'What is burnt or used; null is not stated';
COMMENT ON COLUMN "account_row"."gas" IS 'CO2, CH4, N2O in tonnes of the gas; F-gases and CO2e in tonnes CO2e';
COMMENT ON COLUMN "account_row"."part" IS 'An emission, or beside the total: biogenic CO2, removal';
COMMENT ON COLUMN "account_row"."scope" IS 'Scope 1 to 3; null is not stated';
COMMENT ON COLUMN "account_row"."activity" IS 'Activity data; null is not stated';
COMMENT ON COLUMN "account_row"."activity_unit" IS 'Unit of the activity';
COMMENT ON COLUMN "account_row"."factor" IS 'Emission factor; null is not stated';
COMMENT ON COLUMN "account_row"."factor_unit" IS 'Unit of the factor';
COMMENT ON COLUMN "account_row"."factor_id" IS 'Id of the factor in the list of factors';
COMMENT ON COLUMN "account_row"."tonnes" IS 'Tonnes; null only with a notation key';
COMMENT ON COLUMN "account_row"."origin" IS 'Stated in the source, or derived from two of its figures';
COMMENT ON COLUMN "account_row"."notation" IS 'NO not occurring, NE not estimated, IE included elsewhere, C confidential';
COMMENT ON COLUMN "account_row"."reason" IS 'Why there is a notation key';
COMMENT ON COLUMN "account_row"."activity_quality" IS 'Quality of the activity: H, M or L';
COMMENT ON COLUMN "account_row"."factor_quality" IS 'Quality of the factor: H, M or L';
COMMENT ON COLUMN "account_row"."label" IS 'The sources own words for the line';
COMMENT ON COLUMN "account_row"."place" IS 'Sheet and row of the file';--> statement-breakpoint
COMMENT ON TABLE "factor_override" IS 'A municipalitys own values of shipped emission factors';
COMMENT ON COLUMN "factor_override"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "factor_override"."factor_id" IS 'Id of the factor in the list of factors';
COMMENT ON COLUMN "factor_override"."value" IS 'Own value, in the unit of the factor';
COMMENT ON COLUMN "factor_override"."source" IS 'Where it comes from: document and place, or data set';
COMMENT ON COLUMN "factor_override"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "factor_override"."changed_at" IS 'When the row was last changed';
COMMENT ON COLUMN "factor_override"."version" IS 'Optimistic version: grows by one at each change';--> statement-breakpoint
COMMENT ON TABLE "target_frame" IS 'What targets are measured against, and the account that calculations start from: two different things';
COMMENT ON COLUMN "target_frame"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "target_frame"."kind" IS 'The geographic area, or the municipality as an enterprise';
COMMENT ON COLUMN "target_frame"."reference_year" IS 'Year of the reference level, often 1990';
COMMENT ON COLUMN "target_frame"."reference_tonnes" IS 'Its tonnes, an estimate; null where the plan states none';
COMMENT ON COLUMN "target_frame"."reference_gases" IS 'CO2 alone or all gases as CO2e';
COMMENT ON COLUMN "target_frame"."reference_gwp_set" IS 'Whose warming potentials; null is not stated';
COMMENT ON COLUMN "target_frame"."reference_method" IS 'How it was estimated; null is not stated';
COMMENT ON COLUMN "target_frame"."reference_source" IS 'Where it is stated';
COMMENT ON COLUMN "target_frame"."reference_uncertainty" IS 'Half the 95 % interval in per cent; null is not stated';
COMMENT ON COLUMN "target_frame"."base_year" IS 'Year of the account that calculations start from';
COMMENT ON COLUMN "target_frame"."base_account_id" IS 'That account; null while it is not here';
COMMENT ON COLUMN "target_frame"."base_source" IS 'Where the base year is stated';
COMMENT ON COLUMN "target_frame"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "target_frame"."changed_at" IS 'When the row was last changed';
COMMENT ON COLUMN "target_frame"."version" IS 'Optimistic version: grows by one at each change';--> statement-breakpoint
COMMENT ON TABLE "climate_target" IS 'Reduction targets as decided';
COMMENT ON COLUMN "climate_target"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "climate_target"."id" IS 'Stable id';
COMMENT ON COLUMN "climate_target"."kind" IS 'The geographic area, or the municipality as an enterprise';
COMMENT ON COLUMN "climate_target"."step" IS 'Interim, main or net zero';
COMMENT ON COLUMN "climate_target"."year" IS 'Year it is about, an integer and never a date';
COMMENT ON COLUMN "climate_target"."per_cent" IS 'Per cent below the reference level; null is not stated';
COMMENT ON COLUMN "climate_target"."tonnes" IS 'Tonnes that may be left; null is not stated';
COMMENT ON COLUMN "climate_target"."gases" IS 'CO2 alone or all gases as CO2e';
COMMENT ON COLUMN "climate_target"."boundary" IS 'What is inside, as the decision says';
COMMENT ON COLUMN "climate_target"."source" IS 'Where it comes from: document and place, or data set';
COMMENT ON COLUMN "climate_target"."who" IS 'Id of the person who did it';
COMMENT ON COLUMN "climate_target"."changed_at" IS 'When the row was last changed';
