-- A round that was opened by mistake can be withdrawn. Its steps stand in the history of changes as well, word for word, and may go once the
-- round is run no more and nothing of it was published; in any other case they are only ever added to, as before.
CREATE FUNCTION "refuse_rewriting_steps"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	if tg_op = 'DELETE' and not exists (
		select from round_run r where r.municipality_code = old.municipality_code and r.plan_id = old.plan_id and r.year = old.year
	) and not exists (
		select from status_report r where r.municipality_code = old.municipality_code and r.plan_id = old.plan_id and r.year = old.year
	) then
		return old;
	end if;
	raise exception 'the steps of a round are only ever added to' using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
DROP TRIGGER "refuse_rewriting" ON "round_step";--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "round_step" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_steps"();
