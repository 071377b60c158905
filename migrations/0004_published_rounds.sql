-- What no statement may do to a published round, said again: moving an answer to another round takes it away as well, so both the
-- row before and the row after count. What a published round's plan said is kept when the next round comes, so a line may be added
-- that is not there yet; and it goes again with that next round, when no later one is left and the published round shows the plan.
CREATE OR REPLACE FUNCTION "refuse_changing_published"() RETURNS trigger LANGUAGE plpgsql AS $$
declare
	touched record := coalesce(new, old);
	published smallint;
begin
	if current_setting('app.correcting', true) is not distinct from 'on' or (tg_table_name = 'round_line' and tg_op = 'INSERT') then
		return touched;
	end if;
	select r.year into published from status_report r
	where (r.municipality_code = old.municipality_code and r.plan_id = old.plan_id and r.year = old.year)
		or (r.municipality_code = new.municipality_code and r.plan_id = new.plan_id and r.year = new.year)
	limit 1;
	if published is null then
		return touched;
	end if;
	if tg_table_name = 'round_line' and tg_op = 'DELETE' and not exists (
		select from status_round r where r.municipality_code = old.municipality_code and r.plan_id = old.plan_id and r.year > old.year
	) then
		return touched;
	end if;
	raise exception 'the round of % is published', published using errcode = 'FR001';
end
$$;
