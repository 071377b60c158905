ALTER TABLE "scenario" ADD COLUMN "initiative_ids" jsonb;--> statement-breakpoint
COMMENT ON COLUMN "scenario"."initiative_ids" IS 'Ids of the initiative each measure belongs to, by the id of the measure; null is by its number';
