import { afterAll, beforeAll, expect, test } from 'vitest';
import { actors, makeContext, projectRoot } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../plan/add-examples.ts';
import { listInitiatives } from '../plan/list-initiatives.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { applyImport } from './apply-import.ts';
import { previewImport } from './preview-import.ts';

/* Rounds are often taken in with the newest first: the older documents are history, not the plan as it is now. */
let server: TestDatabase;
let context: Context;
const municipality = 'dragoer';

beforeAll(async () => {
	server = await createTestDatabase();
	const database = await server.open();
	await addExamples(makeContext(database, actors.installer), { root: projectRoot });
	context = makeContext(database, { ...actors.coordinator, municipalityCode: '0155' });
});
afterAll(() => server.close());

async function takeIn(year: number, numbers: readonly number[], missing: 'keep' | 'remove' = 'keep') {
	const text = ['Nr.;Indsats;Status', ...numbers.map((number) => `${number};Indsats nummer ${number};Igangsat`)].join('\n');
	const shown = await previewImport(context, { municipality, year, fileName: 'status.csv', bytes: new TextEncoder().encode(text) });
	return applyImport(context, { municipality, draftId: shown.draftId, basis: shown.basis, missing });
}
const listNumbers = async (year: number) =>
	(await listInitiatives(context, { municipality, year })).lines.map(({ initiative }) => initiative.number);

test('an older document takes nothing out of the plan, and what it alone has is gone from the next round on', async () => {
	await takeIn(2025, [1, 2, 3]);
	const older = await takeIn(2023, [1, 9], 'remove');
	expect(older.counts).toMatchObject({ added: 1, missing: 2, removed: 0 });
	expect(await listNumbers(2025)).toEqual(['1', '2', '3']);
	expect(await listNumbers(2023)).toContain('9');
});

test('an older document knows the lines that were taken out since', async () => {
	await takeIn(2026, [1, 2], 'remove');
	expect(await listNumbers(2026)).toEqual(['1', '2']);
	const between = await takeIn(2024, [1, 2, 3]);
	// What the document of 2023 alone has was still in the plan in 2024, and is missing there.
	// Against 2023, which assessed 1 alone, the first says nothing new.
	expect(between.counts).toMatchObject({ added: 0, changed: 2, unchanged: 1, missing: 1 });
	const third = await viewInitiative(context, { municipality, number: '3', year: 2025 });
	expect(third.history.map(({ round }) => round.year)).toEqual([2024, 2025]);
	expect(await listNumbers(2026)).toEqual(['1', '2']);
});
