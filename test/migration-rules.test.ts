import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../migrations');
const migrations = readdirSync(folder).filter((name) => name.endsWith('.sql'));

type Fault = { readonly rule: string; readonly statement: string };

// A comment that says why nothing that runs can miss what goes.
const excuse = /--\s*unused since \d+\.\d+\.\d+: \S/;

/** What would break or stop a version that still serves while the migration runs. */
function findFaults(sql: string): Fault[] {
	// The bodies of functions are run later; their statements are not the migration's own.
	const bare = sql.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, `''`);
	const added = new Set([...bare.matchAll(/create table (?:if not exists )?"?(\w+)"?/gi)].map(([, name]) => name?.toLowerCase()));
	const statements = bare
		.split(';')
		.map((statement) => statement.replaceAll('--> statement-breakpoint', '').trim())
		.filter((statement) => statement !== '');
	return statements.flatMap((statement) => {
		const isExcused = excuse.test(statement);
		const text = statement.replace(/--.*$/gm, '').trim();
		// What the same migration made, no version uses yet.
		const table = /^(?:alter|drop|truncate) (?:table )?(?:if exists )?(?:only )?"?(\w+)"?/i.exec(text)?.[1]?.toLowerCase();
		if (isExcused || (table && added.has(table))) return [];
		return rules.filter(({ finds }) => finds(text, bare)).map(({ rule }) => ({ rule, statement: text.slice(0, 120) }));
	});
}

const rules: readonly { readonly rule: string; readonly finds: (text: string, whole: string) => boolean }[] = [
	{ rule: 'drops a table', finds: (text) => /^drop (table|view|materialized view|schema)/i.test(text) },
	{ rule: 'drops a column', finds: (text) => /^alter table [\s\S]*\bdrop column\b/i.test(text) },
	{ rule: 'renames', finds: (text) => /^alter (table|type|view) [\s\S]*\brename\b/i.test(text) },
	{ rule: 'changes a type', finds: (text) => /^alter table [\s\S]*\balter column [\s\S]*\b(set data )?type\b/i.test(text) },
	{ rule: 'forbids null', finds: (text) => /^alter table [\s\S]*\bset not null\b/i.test(text) },
	{
		rule: 'adds a column that old inserts cannot fill',
		finds: (text) => /\badd column\b/i.test(text) && /\bnot null\b/i.test(text) && !/\b(default|generated)\b/i.test(text),
	},
	{ rule: 'empties a table', finds: (text) => /^truncate/i.test(text) || (/^delete from/i.test(text) && !/\bwhere\b/i.test(text)) },
	{ rule: 'locks a table', finds: (text) => /^(lock|vacuum full|cluster)\b/i.test(text) },
	{
		rule: 'takes a check away',
		finds: (text, whole) => {
			const name = /\bdrop constraint (?:if exists )?"?(\w+)"?/i.exec(text)?.[1];
			return name !== undefined && !new RegExp(`add constraint "?${name}"?`, 'i').test(whole);
		},
	},
];

describe('migrations leave the version that still serves working', () => {
	it.each(migrations)('%s', (name) => {
		expect(findFaults(readFileSync(path.join(folder, name), 'utf8'))).toEqual([]);
	});

	it.each([
		['drops a table', 'drop table "plan";'],
		['drops a column', 'ALTER TABLE "plan" DROP COLUMN "title";'],
		['renames', 'ALTER TABLE "plan" RENAME COLUMN "title" TO "name";'],
		['renames', 'alter table plan rename to old_plan;'],
		['changes a type', 'ALTER TABLE "plan" ALTER COLUMN "year" SET DATA TYPE bigint;'],
		['forbids null', 'ALTER TABLE "plan" ALTER COLUMN "title" SET NOT NULL;'],
		['adds a column that old inserts cannot fill', 'ALTER TABLE "plan" ADD COLUMN "kind" text NOT NULL;'],
		['empties a table', 'truncate plan;'],
		['empties a table', 'delete from plan;'],
		['locks a table', 'lock table plan;'],
		['takes a check away', 'ALTER TABLE "change" DROP CONSTRAINT "change_entity";'],
	])('a migration that %s is found: %s', (rule, sql) => {
		expect(findFaults(sql).map((fault) => fault.rule)).toEqual([rule]);
	});

	it.each([
		'ALTER TABLE "plan" ADD COLUMN "kind" text;',
		'ALTER TABLE "plan" ADD COLUMN "is_new" boolean DEFAULT true NOT NULL;',
		'ALTER TABLE "change" DROP CONSTRAINT "change_entity"; ALTER TABLE "change" ADD CONSTRAINT "change_entity" CHECK (true);',
		'CREATE TABLE "fresh" ("a" text); ALTER TABLE "fresh" ALTER COLUMN "a" SET NOT NULL;',
		'create function f() returns void language plpgsql as $$ begin delete from plan; end $$;',
		'-- unused since 0.3.0: the colour follows from the guide\nALTER TABLE "assessment" DROP COLUMN "old_colour";',
	])('one that only adds passes: %s', (sql) => {
		expect(findFaults(sql)).toEqual([]);
	});
});

describe('the journal', () => {
	it('names every migration, in order', () => {
		const { entries } = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as {
			entries: { tag: string; when: number }[];
		};
		expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(migrations.toSorted());
		// The migrator runs what is newer than the newest it knows: one that is older would never run.
		expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).toSorted((left, right) => left - right));
	});
});
