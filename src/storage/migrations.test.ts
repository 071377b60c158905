import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { sourceMigrations } from './migrate.ts';
import * as account from './schema/account.ts';
import * as audit from './schema/audit.ts';
import * as followup from './schema/followup.ts';
import * as history from './schema/history.ts';
import * as imports from './schema/imports.ts';
import * as legend from './schema/legend.ts';
import * as mail from './schema/mail.ts';
import * as municipality from './schema/municipality.ts';
import * as pathway from './schema/pathway.ts';
import * as people from './schema/people.ts';
import * as plan from './schema/plan.ts';
import * as published from './schema/published.ts';
import * as round from './schema/round.ts';
import * as signIn from './schema/sign-in.ts';
import * as target from './schema/target.ts';

// The kit gives every array a method that `for … in` would find, also in the files that are tested after this one.
Object.defineProperty(Array.prototype, 'random', { enumerable: false });

const read = (name: string) => JSON.parse(readFileSync(join(sourceMigrations, 'meta', name), 'utf8'));

test('the migrations make exactly the schema: nothing waits for `npx drizzle-kit generate`', async () => {
	const { entries } = read('_journal.json') as { entries: { tag: string }[] };
	const newest = read(`${entries.at(-1)?.tag.slice(0, 4)}_snapshot.json`);
	const schema = generateDrizzleJson(
		{
			...municipality,
			...account,
			...target,
			...legend,
			...plan,
			...people,
			...followup,
			...round,
			...mail,
			...published,
			...imports,
			...history,
			...audit,
			...signIn,
			...pathway,
		},
		newest.id,
	);
	expect(await generateMigration(newest, schema)).toEqual([]);
});
