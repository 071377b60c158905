import { afterAll, beforeAll, expect, test } from 'vitest';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import type { Context } from '../context.ts';
import { applyImport } from './apply-import.ts';
import { correctImportDraft } from './correct-import-draft.ts';
import { previewImport } from './preview-import.ts';

/* What the tables' own rules would refuse is refused before, in words a person can act on. */
let server: TestDatabase;
let context: Context;
const municipality = 'greve';

beforeAll(async () => {
	server = await createExampleDatabase();
	const database = await server.open();
	context = makeContext(database, { ...actors.coordinator, municipalityCode: '0253' });
});
afterAll(() => server.close());

const preview = (text: string, fileName = 'status.csv') =>
	previewImport(context, { municipality, year: 2023, fileName, bytes: new TextEncoder().encode(text) });

test('an initiative without a title is told of and not stored, until it has one', async () => {
	const { draftId } = await preview('Nr.;Indsats;Status\n1;Et;Igangsat\n2;;Igangsat\n');
	await expect(applyImport(context, { municipality, draftId })).rejects.toMatchObject({
		kind: 'invalid',
		code: 'import.title-missing',
		details: { number: '2', count: 1 },
	});
	await correctImportDraft(context, { municipality, draftId, values: [{ number: '2', field: 'title', text: 'To' }] });
	expect((await applyImport(context, { municipality, draftId })).counts).toMatchObject({ added: 2 });
});

test('a number is corrected to a number', async () => {
	const { draftId } = await preview('Nr.;Indsats;Status\n1;Et;Igangsat\n');
	const correct = (text: string) =>
		correctImportDraft(context, { municipality, draftId, values: [{ number: '1', field: 'number', text }] });
	for (const text of ['i'.repeat(50), 'et', '1; 2']) await expect(correct(text)).rejects.toMatchObject({ code: 'import.value-unreadable' });
	expect((await correct('12 B')).initiatives[0]?.number).toBe('12B');
});

test('a text is corrected to one that a cell can hold', async () => {
	const { draftId } = await preview('Nr.;Indsats;Status\n1;Et;Igangsat\n');
	const values = [{ number: '1', field: 'remark' as const, text: 'ord '.repeat(20_000) }];
	await expect(correctImportDraft(context, { municipality, draftId, values })).rejects.toMatchObject({ code: 'import.value-unreadable' });
});

test('a planning period does not end before it begins', async () => {
	const other = makeContext(context.database, { ...actors.coordinator, municipalityCode: '0183' });
	const bytes = new TextEncoder().encode('Nr.;Indsats\n1;Et\n');
	const { draftId } = await previewImport(other, { municipality: 'ishoej', year: 2023, fileName: 'plan.csv', bytes });
	const plan = { periodStart: 2030, periodEnd: 2025 };
	await expect(applyImport(other, { municipality: 'ishoej', draftId, plan })).rejects.toMatchObject({ code: 'plan.period-order' });
	const noYear = { periodStart: 203 };
	await expect(applyImport(other, { municipality: 'ishoej', draftId, plan: noYear })).rejects.toMatchObject({ code: 'round.year-form' });
});

test('a file’s name is kept without folders and control characters', async () => {
	const text = 'Nr.;Indsats\n1;Et\n';
	expect((await preview(text, '..\\..\\C:\\hemmeligt/sta\u0000tus\u001b 2023.csv')).fileName).toBe('status 2023.csv');
	const long = (await preview(text, `${'a'.repeat(5000)}.csv`)).fileName;
	expect([long.length, long.slice(-5)]).toEqual([200, 'a.csv']);
});
