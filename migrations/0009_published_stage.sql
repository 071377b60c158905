-- A published round has come to its last stage: nothing follows it, and a correction is a new version of the report.
CREATE FUNCTION "refuse_reopening_published"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	if tg_op = 'UPDATE' and (new.municipality_code, new.plan_id, new.year, new.stage) = (old.municipality_code, old.plan_id, old.year, old.stage) then
		return new;
	end if;
	if exists (select from status_report r where r.municipality_code = old.municipality_code and r.plan_id = old.plan_id and r.year = old.year) then
		raise exception 'the round of % is published', old.year using errcode = 'FR001';
	end if;
	return coalesce(new, old);
end
$$;
--> statement-breakpoint
CREATE TRIGGER "refuse_reopening_published" BEFORE UPDATE OR DELETE ON "round_run" FOR EACH ROW EXECUTE FUNCTION "refuse_reopening_published"();
