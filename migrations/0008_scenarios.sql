CREATE TABLE "scenario" (
	"municipality_code" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"document" jsonb NOT NULL,
	"who" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scenario_pkey" PRIMARY KEY("municipality_code","id"),
	CONSTRAINT "scenario_kind" CHECK ("scenario"."kind" in ('plan', 'what if')),
	CONSTRAINT "scenario_title_stated" CHECK ("scenario"."title" ~ '\S')
);
--> statement-breakpoint
ALTER TABLE "scenario" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "change" DROP CONSTRAINT "change_entity";--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_municipality_fkey" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipality"("municipality_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "scenario_plan_key" ON "scenario" USING btree ("municipality_code") WHERE kind = 'plan';--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_entity" CHECK ("change"."entity" in ('plan', 'section', 'initiative', 'round', 'assessment', 'answer', 'dismissal', 'person', 'unit', 'setting', 'account', 'factor', 'target', 'scenario'));--> statement-breakpoint
CREATE POLICY "scenario_tenant" ON "scenario" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
CREATE POLICY "scenario_public" ON "scenario" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and kind = 'plan');--> statement-breakpoint
-- What drizzle-kit has no words for.
ALTER TABLE "scenario" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "scenario" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "scenario" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "scenario" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
COMMENT ON TABLE "scenario" IS 'Scenario documents: the path of the plan, and what-ifs';
COMMENT ON COLUMN "scenario"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "scenario"."id" IS 'Stable id';
COMMENT ON COLUMN "scenario"."kind" IS 'The path of the plan, or a what-if';
COMMENT ON COLUMN "scenario"."title" IS 'What the users call it';
COMMENT ON COLUMN "scenario"."document" IS 'Scenario with what the follow-up needs beside it, as JSON, checked when read';
COMMENT ON COLUMN "scenario"."who" IS 'Id of the person who changed it last';
COMMENT ON COLUMN "scenario"."version" IS 'Optimistic version: grows by one at each change';
COMMENT ON COLUMN "scenario"."changed_at" IS 'When the row was last changed';
