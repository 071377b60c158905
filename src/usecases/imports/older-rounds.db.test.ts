import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import type { Context } from '../context.ts';
import { listInitiatives } from '../plan/list-initiatives.ts';
import { viewInitiative } from '../plan/view-initiative.ts';
import { viewRound } from '../followup/view-round.ts';
import { applyImport } from './apply-import.ts';
import { previewImport } from './preview-import.ts';
import { undoImport } from './undo-import.ts';

/* Rounds are often taken in with the newest first: the older documents are history, not the plan as it is now. */
let server: TestDatabase;
let database: Database;
let context: Context;
const municipality = 'dragoer';

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
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

test('an initiative that left the plan keeps its page, also when its number is used again', async () => {
	const view = (number: string, year?: number) => viewInitiative(context, { municipality, number, year });
	const left = await view('3');
	expect(left).toMatchObject({ withdrawnIn: 2026, isNewestRound: false, numberNow: null, round: { year: 2025 } });
	expect(await view('3', 2024)).toMatchObject({ initiative: { id: left.initiative.id }, round: { year: 2024 } });
	await expect(view('3', 2026)).rejects.toMatchObject({ code: 'initiative.unknown' });
	await expect(view('3', 2019)).rejects.toMatchObject({ code: 'round.unknown' });
	expect(await view('1')).toMatchObject({ withdrawnIn: null, isNewestRound: true, round: { year: 2026 } });
	expect(await view('1', 2025)).toMatchObject({ withdrawnIn: null, isNewestRound: false, numberNow: null });

	await takeIn(2027, [1, 2, 3]);
	const again = await view('3');
	expect(again).toMatchObject({ withdrawnIn: null, isNewestRound: true, round: { year: 2027 } });
	expect(again.initiative.id).not.toBe(left.initiative.id);
	const before = await view('3', 2025);
	expect(before.initiative.id).toBe(left.initiative.id);
	expect(before.numberNow).toEqual({ number: '3', title: 'Indsats nummer 3' });
});

test('a round that is no longer the newest keeps what the plan said, and the comparison tells what the plan changed', async () => {
	const place = { municipality: 'ishoej' };
	const ishoej = makeContext(database, { ...actors.coordinator, municipalityCode: '0183' });
	const take = async (year: number, row: string) => {
		const bytes = new TextEncoder().encode(`Nr.;Indsats;Status;Deadline;Hovedansvarlig;Budget\n${row}`);
		const shown = await previewImport(ishoej, { ...place, year, fileName: 'status.csv', bytes });
		return applyImport(ishoej, { ...place, draftId: shown.draftId, basis: shown.basis });
	};
	const show = async (year: number) => (await viewRound(ishoej, { ...place, year })).followUp.lines.map(({ initiative }) => initiative);
	await take(2023, '1;Solceller;Igangsat;31-12-2025;Teknik;Eget budget');
	const [before] = await show(2023);
	const later = await take(2024, '1;Solceller på haller;Igangsat;31-12-2027;Ejendomme;Lån');

	expect(await show(2023)).toEqual([{ ...before, version: expect.any(Number) }]);
	expect((await show(2024))[0]).toMatchObject({
		title: 'Solceller på haller',
		deadline: '2027-12-31',
		responsible: 'Ejendomme',
		budget: 'Lån',
	});
	const { comparison } = await viewRound(ishoej, { ...place, year: 2024 });
	expect(comparison?.changes[0]?.kind).toBe('changed');
	expect(comparison?.changes[0]?.fields).toEqual(
		expect.arrayContaining([
			{ field: 'deadline', before: '2025-12-31', after: '2027-12-31' },
			{ field: 'responsible', before: 'Teknik', after: 'Ejendomme' },
		]),
	);
	// A document of a year between takes what the next round says, and changes neither neighbour.
	const between = await take(2022, '1;Solvarme;Planlægning;31-12-2024;Ingen;Intet');
	expect((await show(2022))[0]).toMatchObject({ title: 'Solceller', deadline: '2025-12-31' });

	for (const { importId } of [between, later]) await undoImport(ishoej, { ...place, importId });
	expect((await show(2023))[0]).toMatchObject({ title: 'Solceller', deadline: '2025-12-31', responsible: 'Teknik', budget: 'Eget budget' });
	expect(await server.sql(`select * from round_line where municipality_code = '0183'`)).toEqual([]);
});
