ALTER TABLE "factor_override" ADD COLUMN "is_standing_stated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "factor_override" ADD COLUMN "valid_from" smallint;--> statement-breakpoint
ALTER TABLE "factor_override" ADD COLUMN "valid_to" smallint;--> statement-breakpoint
ALTER TABLE "factor_override" ADD COLUMN "gwp_set" text;--> statement-breakpoint
ALTER TABLE "factor_override" ADD CONSTRAINT "factor_override_valid_from" CHECK ("factor_override"."valid_from" between 1900 and 2199);--> statement-breakpoint
ALTER TABLE "factor_override" ADD CONSTRAINT "factor_override_valid_to" CHECK ("factor_override"."valid_to" between 1900 and 2199);--> statement-breakpoint
ALTER TABLE "factor_override" ADD CONSTRAINT "factor_override_gwp_set" CHECK ("factor_override"."gwp_set" in ('AR4', 'AR5', 'AR6'));--> statement-breakpoint
ALTER TABLE "factor_override" ADD CONSTRAINT "factor_override_years_in_order" CHECK ("factor_override"."valid_from" <= "factor_override"."valid_to");--> statement-breakpoint
ALTER TABLE "factor_override" ADD CONSTRAINT "factor_override_standing" CHECK ("factor_override"."is_standing_stated" or ("factor_override"."valid_from" is null and "factor_override"."valid_to" is null and "factor_override"."gwp_set" is null));--> statement-breakpoint
COMMENT ON COLUMN "factor_override"."is_standing_stated" IS 'Whether the value has years and GWP set of its own; otherwise those of the shipped one';
COMMENT ON COLUMN "factor_override"."valid_from" IS 'First year it is for; null is no limit';
COMMENT ON COLUMN "factor_override"."valid_to" IS 'Last year it is for; null is no limit';
COMMENT ON COLUMN "factor_override"."gwp_set" IS 'GWP set that the value was made with; null is not stated';
