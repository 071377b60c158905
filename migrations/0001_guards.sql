-- What drizzle-kit has no words for: the revision of each municipality, the append-only history, and what tables and columns mean.

-- Every change of a municipality's public content moves its revision on, whoever makes it: the application, a second replica
-- or a person with SQL. A remembered page may be used only while its revision is the current one.
CREATE FUNCTION "bump_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	insert into municipality_revision as kept (municipality_code, revision, changed_at)
	select code, 1, clock_timestamp() from (select distinct municipality_code as code from touched) as changed
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
--> statement-breakpoint
-- What stands in several tables means the same in all of them.
DO $$
declare
	here record;
	meaning constant jsonb := '{
		"municipality_code": "Four-digit code of the municipality that owns the row: the tenant, first in every key",
		"plan_id": "Plan that the row belongs to",
		"initiative_id": "Initiative that the row is about",
		"version": "Optimistic version: grows by one at each change",
		"changed_at": "When the row was last changed",
		"added_at": "When the row was added",
		"source": "Where it comes from: document and place, or data set; JSON with file, sheet, page, row and the cells own texts where it was read from a table",
		"who": "Id of the person who did it",
		"at": "When it was done",
		"year": "Year it is about, an integer and never a date",
		"unit": "Unit of the value; null where the publisher names none",
		"position": "Place in the order, from 0",
		"search": "Words for free-text search, stemmed as Danish",
		"sha256": "SHA-256 of the file, in hex",
		"file_name": "Name of the uploaded file, without folders"
	}';
begin
	for here in
		select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and meaning ? a.attname
	loop
		execute format('comment on column %I.%I is %L', here.relname, here.attname, meaning ->> here.attname);
	end loop;
end
$$;
--> statement-breakpoint
COMMENT ON TABLE "municipality" IS 'The tenants: Danish municipalities with what the reference data says of them';
COMMENT ON COLUMN "municipality"."slug" IS 'Readable address of the municipality, such as soroe';
COMMENT ON COLUMN "municipality"."name" IS 'Name as Statistics Denmark writes it';
COMMENT ON COLUMN "municipality"."region" IS 'Region until 31 December 2026';
COMMENT ON COLUMN "municipality"."region_from_2027" IS 'Region from 1 January 2027, when two regions become Region Østdanmark';
COMMENT ON COLUMN "municipality"."kind" IS 'Municipality group of Statistics Denmark';
COMMENT ON COLUMN "municipality"."population" IS 'Inhabitants on 1 January of population_year';
COMMENT ON COLUMN "municipality"."population_year" IS 'Year of population';
COMMENT ON COLUMN "municipality"."population_previous" IS 'Inhabitants on 1 January of population_previous_year';
COMMENT ON COLUMN "municipality"."population_previous_year" IS 'Year of population_previous';
--> statement-breakpoint
COMMENT ON TABLE "municipality_revision" IS 'Grows with every committed change of a municipality''s content; a remembered page holds while its revision is the current one';
COMMENT ON COLUMN "municipality_revision"."revision" IS 'Number of the last change';
--> statement-breakpoint
COMMENT ON TABLE "account_figure" IS 'Figures of the climate account of the geographic area; totals are derived as per inhabitant times population';
COMMENT ON COLUMN "account_figure"."subject" IS 'Sector or energy subject the figure is about';
COMMENT ON COLUMN "account_figure"."total" IS 'Derived: per_inhabitant times population; null when either is missing';
COMMENT ON COLUMN "account_figure"."per_inhabitant" IS 'As the release states it; null is not stated and never zero';
COMMENT ON COLUMN "account_figure"."population" IS 'Inhabitants the total was derived with';
COMMENT ON COLUMN "account_figure"."population_year" IS 'Year of population, which may differ from the year of the account';
--> statement-breakpoint
COMMENT ON TABLE "legend" IS 'Reading guides as data: which colour is right for which priority and state; a new version never changes an old one';
COMMENT ON COLUMN "legend"."id" IS 'Name of the guide, the same in all its versions';
COMMENT ON COLUMN "legend"."version" IS 'Version of the guide, from 1';
COMMENT ON COLUMN "legend"."guide" IS 'The guide as JSON, checked when read';
--> statement-breakpoint
COMMENT ON TABLE "plan" IS 'Adopted climate plans with their planning period';
COMMENT ON COLUMN "plan"."id" IS 'Stable id';
COMMENT ON COLUMN "plan"."title" IS 'What the plan calls itself';
COMMENT ON COLUMN "plan"."period_start" IS 'First year of the planning period; null when no document says';
COMMENT ON COLUMN "plan"."period_end" IS 'Last year of the planning period; null when no document says';
COMMENT ON COLUMN "plan"."legend_id" IS 'Reading guide of its rounds; null for a plan without one';
COMMENT ON COLUMN "plan"."legend_version" IS 'Version of the reading guide';
COMMENT ON COLUMN "plan"."is_public" IS 'Published: readers without a role, and readers across municipalities, see it';
--> statement-breakpoint
COMMENT ON TABLE "section" IS 'Headings of a plan; they differ from sectors';
COMMENT ON COLUMN "section"."id" IS 'Stable id';
COMMENT ON COLUMN "section"."title" IS 'The heading as printed';
--> statement-breakpoint
COMMENT ON TABLE "initiative" IS 'Numbered lines of a plan; null is "not stated", and a text beside a normalised value is the document''s own';
COMMENT ON COLUMN "initiative"."id" IS 'Stable id; survives renumbering';
COMMENT ON COLUMN "initiative"."number" IS 'Number as printed, such as 20a; unique in the plan without regard to case and space';
COMMENT ON COLUMN "initiative"."rank" IS 'Place in the plan''s own order; a new one between two others takes a number between theirs';
COMMENT ON COLUMN "initiative"."section_id" IS 'Heading it stands under';
COMMENT ON COLUMN "initiative"."title" IS 'Title as printed';
COMMENT ON COLUMN "initiative"."sector" IS 'The plan''s own word for sector or field';
COMMENT ON COLUMN "initiative"."start_date" IS 'Day it starts';
COMMENT ON COLUMN "initiative"."deadline" IS 'Day it must be done by';
COMMENT ON COLUMN "initiative"."priority" IS 'Priority in the planning period';
COMMENT ON COLUMN "initiative"."priority_text" IS 'The document''s own words for the priority';
COMMENT ON COLUMN "initiative"."responsible" IS 'Who answers for it, as the plan writes it';
COMMENT ON COLUMN "initiative"."budget" IS 'How it is paid for, in the plan''s words';
COMMENT ON COLUMN "initiative"."co2_relation" IS 'How it relates to the calculated reduction';
COMMENT ON COLUMN "initiative"."co2_relation_text" IS 'The document''s own words for the CO2 relation';
COMMENT ON COLUMN "initiative"."sphere" IS 'The municipality''s role';
COMMENT ON COLUMN "initiative"."quantity_value" IS 'Quantity it promises';
COMMENT ON COLUMN "initiative"."quantity_unit" IS 'Unit of the quantity';
COMMENT ON COLUMN "initiative"."quantity_basis" IS 'What the quantity is measured against';
COMMENT ON COLUMN "initiative"."introduced_in" IS 'Year of the round that brought it; null when it came with the plan';
COMMENT ON COLUMN "initiative"."withdrawn_in" IS 'Year of the round from which it is no longer in the plan; null while it is';
--> statement-breakpoint
COMMENT ON TABLE "relation" IS 'What an initiative''s own texts say about others';
COMMENT ON COLUMN "relation"."kind" IS 'See, counted inside, or in the baseline';
COMMENT ON COLUMN "relation"."target_number" IS 'The other''s number as written, whether it exists or not';
--> statement-breakpoint
COMMENT ON TABLE "plan_figure" IS 'Figures the plan itself states, with where; never calculated';
COMMENT ON COLUMN "plan_figure"."label" IS 'What the figure says';
COMMENT ON COLUMN "plan_figure"."value" IS 'The figure';
--> statement-breakpoint
COMMENT ON TABLE "status_round" IS 'Yearly follow-ups of a plan';
COMMENT ON COLUMN "status_round"."title" IS 'What the report of the round calls itself';
COMMENT ON COLUMN "status_round"."status_date" IS 'Day the round describes; null when the document has none';
--> statement-breakpoint
COMMENT ON TABLE "assessment" IS 'One initiative in one round';
COMMENT ON COLUMN "assessment"."state" IS 'How far the work is';
COMMENT ON COLUMN "assessment"."state_text" IS 'The document''s own words for the state';
COMMENT ON COLUMN "assessment"."progress" IS 'Colour of progress against schedule';
COMMENT ON COLUMN "assessment"."fulfilment" IS 'Colour of goal fulfilment';
COMMENT ON COLUMN "assessment"."fulfilment_text" IS 'Words where the document has words instead of a colour';
COMMENT ON COLUMN "assessment"."remark" IS 'Remark of the round';
--> statement-breakpoint
COMMENT ON TABLE "finding_dismissal" IS 'Findings of the plan check that a person has called no problem here';
COMMENT ON COLUMN "finding_dismissal"."key" IS 'Key of the finding, the same while the matter is the same';
COMMENT ON COLUMN "finding_dismissal"."reason" IS 'The person''s reason';
--> statement-breakpoint
COMMENT ON TABLE "document_import" IS 'Documents that were taken in, and whether that was undone';
COMMENT ON COLUMN "document_import"."id" IS 'Stable id';
COMMENT ON COLUMN "document_import"."added" IS 'Initiatives that were new';
COMMENT ON COLUMN "document_import"."changed" IS 'Initiatives that were changed';
COMMENT ON COLUMN "document_import"."unchanged" IS 'Initiatives that were the same';
COMMENT ON COLUMN "document_import"."missing" IS 'Initiatives of the plan that the document lacked';
COMMENT ON COLUMN "document_import"."removed" IS 'Initiatives that were taken out of the plan because the document lacked them';
COMMENT ON COLUMN "document_import"."undone_at" IS 'When the import was undone as a whole';
COMMENT ON COLUMN "document_import"."undone_by" IS 'Who undid it';
--> statement-breakpoint
COMMENT ON TABLE "import_draft" IS 'Uploads that were read and compared but not taken in yet; they expire';
COMMENT ON COLUMN "import_draft"."id" IS 'Stable id';
COMMENT ON COLUMN "import_draft"."bytes" IS 'The file itself, to be read again with another column mapping';
COMMENT ON COLUMN "import_draft"."mapping" IS 'Column mapping it was read with; null when the reader chose';
COMMENT ON COLUMN "import_draft"."result" IS 'What the reader understood';
COMMENT ON COLUMN "import_draft"."corrections" IS 'Values a person corrected';
COMMENT ON COLUMN "import_draft"."basis" IS 'Fingerprint of the register that the preview was compared with';
COMMENT ON COLUMN "import_draft"."expires_at" IS 'When it is thrown away';
--> statement-breakpoint
COMMENT ON TABLE "column_mapping" IS 'How tables with these headings are read in this municipality';
COMMENT ON COLUMN "column_mapping"."signature" IS 'The headings in their order, in small letters';
COMMENT ON COLUMN "column_mapping"."mapping" IS 'Field of each heading';
--> statement-breakpoint
COMMENT ON TABLE "change" IS 'Who changed what, when and why; only ever added to';
COMMENT ON COLUMN "change"."id" IS 'Order of the changes';
COMMENT ON COLUMN "change"."entity" IS 'What was changed';
COMMENT ON COLUMN "change"."action" IS 'Added, changed or removed';
COMMENT ON COLUMN "change"."entity_id" IS 'Id or key of what was changed';
COMMENT ON COLUMN "change"."before" IS 'Content before, without versions and times; null when it was added';
COMMENT ON COLUMN "change"."after" IS 'Content after; null when it was removed';
COMMENT ON COLUMN "change"."reason" IS 'Why, as a code';
COMMENT ON COLUMN "change"."note" IS 'Why, in the person''s own words';
COMMENT ON COLUMN "change"."import_id" IS 'Import that made or undid the change';
