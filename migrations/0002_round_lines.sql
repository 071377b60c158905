CREATE TABLE "round_line" (
	"municipality_code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"initiative_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "round_line_pkey" PRIMARY KEY("municipality_code","plan_id","year","initiative_id")
);
--> statement-breakpoint
ALTER TABLE "round_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_line" ADD CONSTRAINT "round_line_round_fkey" FOREIGN KEY ("municipality_code","plan_id","year") REFERENCES "public"."status_round"("municipality_code","plan_id","year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_line" ADD CONSTRAINT "round_line_initiative_fkey" FOREIGN KEY ("municipality_code","plan_id","initiative_id") REFERENCES "public"."initiative"("municipality_code","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "round_line_tenant" ON "round_line" AS PERMISSIVE FOR ALL TO public USING (municipality_code = current_setting('app.municipality', true)) WITH CHECK (municipality_code = current_setting('app.municipality', true));--> statement-breakpoint
ALTER TABLE "round_line" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_insert" AFTER INSERT ON "round_line" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_update" AFTER UPDATE ON "round_line" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
CREATE TRIGGER "bump_revision_on_delete" AFTER DELETE ON "round_line" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "bump_revision"();--> statement-breakpoint
COMMENT ON TABLE "round_line" IS 'What the plan said of an initiative in a round that is no longer the newest; the newest round shows the plan as it is now';
COMMENT ON COLUMN "round_line"."municipality_code" IS 'Four-digit code of the municipality that owns the row: the tenant, first in every key';
COMMENT ON COLUMN "round_line"."plan_id" IS 'Plan that the row belongs to';
COMMENT ON COLUMN "round_line"."year" IS 'Year of the round';
COMMENT ON COLUMN "round_line"."initiative_id" IS 'Initiative that the row is about';
COMMENT ON COLUMN "round_line"."content" IS 'The plan''s fields of the initiative in that round, as JSON, checked when read';
