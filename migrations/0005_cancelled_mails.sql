-- A mail that was cancelled went to nobody: it no longer stands in the way of another on its day.
DROP INDEX "mail_person_day_key";--> statement-breakpoint
CREATE UNIQUE INDEX "mail_person_day_key" ON "mail" USING btree ("municipality_code","person_id","day") WHERE "mail"."is_gathered" and "mail"."state" <> 'cancelled';
