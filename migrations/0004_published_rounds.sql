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
--> statement-breakpoint
-- Until a round is published, everybody finds what the plan said in the round before.
ALTER TABLE "round_line" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('danish', coalesce(content ->> 'number', '') || ' ' || coalesce(content ->> 'title', '')), 'A') || setweight(to_tsvector('danish', coalesce(content ->> 'responsible', '') || ' ' || coalesce(content ->> 'sector', '')), 'B') || setweight(to_tsvector('danish', coalesce(content ->> 'budget', '') || ' ' || coalesce(content ->> 'co2RelationText', '')), 'D')) STORED;--> statement-breakpoint
COMMENT ON COLUMN "round_line"."search" IS 'Words of the texts, for searching';--> statement-breakpoint
CREATE POLICY "round_line_public" ON "round_line" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.reading', true) = 'public' and (municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public) and (municipality_code, plan_id, year) in (select r.municipality_code, r.plan_id, r.year from status_round r where r.is_public));
