import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { sourceMigrations } from './migrate.ts';
import * as followup from './schema/followup.ts';
import * as history from './schema/history.ts';
import * as imports from './schema/imports.ts';
import * as legend from './schema/legend.ts';
import * as municipality from './schema/municipality.ts';
import * as plan from './schema/plan.ts';

const read = (name: string) => JSON.parse(readFileSync(join(sourceMigrations, 'meta', name), 'utf8'));

test('the migrations make exactly the schema: nothing waits for `npx drizzle-kit generate`', async () => {
	const { entries } = read('_journal.json') as { entries: { tag: string }[] };
	const newest = read(`${entries.at(-1)?.tag.slice(0, 4)}_snapshot.json`);
	const schema = generateDrizzleJson({ ...municipality, ...legend, ...plan, ...followup, ...imports, ...history }, newest.id);
	expect(await generateMigration(newest, schema)).toEqual([]);
});
