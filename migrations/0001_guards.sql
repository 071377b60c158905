-- What drizzle-kit has no words for: the revision of each municipality, the append-only history, and what tables and columns mean.

-- Every change of a municipality's public content moves its revision on, whoever makes it: the application, a second replica
-- or a person with SQL. A remembered page may be used only while its revision is the current one.
CREATE FUNCTION "bump_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	insert into municipality_revision as kept (municipality_code, revision, changed_at)
	select distinct municipality_code, 1, clock_timestamp() from touched
	on conflict (municipality_code) do update set revision = kept.revision + 1, changed_at = excluded.changed_at;
	return null;
end
$$;
--> statement-breakpoint
DO $$
declare
	name text;
begin
	foreach name in array array['municipality', 'account_figure', 'legend', 'plan', 'section', 'initiative', 'relation', 'plan_figure', 'status_round', 'assessment', 'finding_dismissal'] loop
		execute format('create trigger bump_revision_on_insert after insert on %I referencing new table as touched for each statement execute function bump_revision()', name);
		execute format('create trigger bump_revision_on_update after update on %I referencing new table as touched for each statement execute function bump_revision()', name);
		-- Taking a whole municipality away leaves nothing whose revision could matter.
		if name <> 'municipality' then
			execute format('create trigger bump_revision_on_delete after delete on %I referencing old table as touched for each statement execute function bump_revision()', name);
		end if;
	end loop;
end
$$;
--> statement-breakpoint
-- The history is only ever added to. Grants say so to the application's role; this says so to the owner as well.
CREATE FUNCTION "refuse_rewriting_history"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	raise exception 'the history of changes is only ever added to' using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OR DELETE ON "change" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_history"();
--> statement-breakpoint
CREATE TRIGGER "refuse_emptying" BEFORE TRUNCATE ON "change" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting_history"();
