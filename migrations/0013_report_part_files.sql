CREATE TABLE "report_part_file" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"sha256" text NOT NULL,
	"part_kind" text NOT NULL,
	"part_value" text NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_part_file_pkey" PRIMARY KEY("municipality_code","sha256","plan_id","year","version","part_kind","part_value","name"),
	CONSTRAINT "report_part_file_sha256" CHECK ("report_part_file"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "report_part_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report_part_file" ADD CONSTRAINT "report_part_file_report_fkey" FOREIGN KEY ("municipality_code","plan_id","year","version") REFERENCES "public"."status_report"("municipality_code","plan_id","year","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "report_part_file_tenant" ON "report_part_file" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "report_part_file_public" ON "report_part_file" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public));--> statement-breakpoint
ALTER TABLE "report_part_file" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "report_part_file" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "report_part_file" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
-- The files of a report are stored with it: the transaction that adds a file is the one that added the report.
CREATE FUNCTION "refuse_later_file"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	if not exists (
		select from status_report r where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id and r.year = new.year
			and r.version = new.version and r.xmin = pg_current_xact_id()::xid
	) then
		raise exception 'the report of % is published, and takes no more files', new.year using errcode = 'insufficient_privilege';
	end if;
	return null;
end
$$;--> statement-breakpoint
-- After row security has looked at the row.
CREATE TRIGGER "refuse_later_file" AFTER INSERT ON "report_file" FOR EACH ROW EXECUTE FUNCTION "refuse_later_file"();--> statement-breakpoint
-- Truncating goes past the guard of each row.
CREATE FUNCTION "refuse_emptying"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	raise exception '% has rows of published rounds and is never emptied', tg_table_name using errcode = 'insufficient_privilege';
end
$$;--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "assessment" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_emptying"();--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "round_line" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_emptying"();--> statement-breakpoint
COMMENT ON TABLE "report_part_file" IS 'Hashes of the files of parts of published reports, as they were made for somebody. Only ever added to';
COMMENT ON COLUMN "report_part_file"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "report_part_file"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "report_part_file"."year" IS 'Year of the round';
COMMENT ON COLUMN "report_part_file"."version" IS 'Version of the report';
COMMENT ON COLUMN "report_part_file"."sha256" IS 'SHA-256 of the bytes of the file in hex';
COMMENT ON COLUMN "report_part_file"."part_kind" IS 'What the report was limited to: committee, section, unit, sdg or theme';
COMMENT ON COLUMN "report_part_file"."part_value" IS 'Which of them, as the report names it';
COMMENT ON COLUMN "report_part_file"."name" IS 'Which file: format, layout and language';
COMMENT ON COLUMN "report_part_file"."made_at" IS 'When it was first made';
