import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportProposal } from '#domain/followup/import-proposal.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext, projectRoot } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import type { Context } from '../context.ts';
import { applyImport } from '../imports/apply-import.ts';
import { previewImport } from '../imports/preview-import.ts';
import { undoImport } from '../imports/undo-import.ts';
import { renderRegister } from './render-register.ts';
import { renderReport } from './render-report.ts';
import { reportFormats } from '#reports/report-form.ts';

let server: TestDatabase;
let database: Database;
let context: Context;
const round = { municipality: 'soroe', year: 2023 };

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
	context = makeContext(database, actors.coordinator);
});
afterAll(() => server.close());

const asRead = `select true`;
// Values chosen on the site have no words of a document beside them.
const asChosen = `update assessment set state_text = null where municipality_code = '0340';
	update initiative set priority_text = null, co2_relation_text = null where municipality_code = '0340'`;

const listChanges = ({ rows }: ImportProposal) =>
	rows.flatMap(({ number, kind, cells }) =>
		cells.filter((cell) => cell.kind !== 'unchanged' && cell.kind !== 'kept').map((cell) => ({ number, row: kind, ...cell })),
	);

describe.each([
	['as it was read', asRead],
	['as it was chosen', asChosen],
] as const)('a report taken out and in again changes nothing, %s', (_, change) => {
	test.each([
		['xlsx', 'da'],
		['csv', 'da'],
		['docx', 'da'],
		['xlsx', 'en'],
		['csv', 'en'],
		['docx', 'en'],
	] as const)('as %s (%s)', async (format, locale) => {
		await server.sql(change);
		const { bytes, fileName } = await renderReport(context, { ...round, format, layout: 'landscape', locale });
		const { proposal } = await previewImport(context, { ...round, fileName, bytes });
		expect(listChanges(proposal)).toEqual([]);
		expect(proposal.counts).toEqual({ new: 0, changed: 0, unchanged: 83, missing: 0 });
	});
});

test.each([
	['xlsx', 'da'],
	['csv', 'da'],
	['xlsx', 'en'],
	['csv', 'en'],
] as const)('a register with roles and quantities taken out as %s and in again changes nothing (%s)', async (format, locale) => {
	const own = makeContext(database, { ...actors.coordinator, municipalityCode: '0151' });
	const { bytes, fileName } = await renderRegister(own, { municipality: 'ballerup', format, locale });
	const { proposal } = await previewImport(own, { municipality: 'ballerup', year: 2024, fileName, bytes });
	expect(listChanges(proposal)).toEqual([]);
	expect(proposal.counts).toEqual({ new: 0, changed: 0, unchanged: 101, missing: 0 });
});

test('every format is made with the same hash, and once while nothing changes', async () => {
	const hashes = new Set<string>();
	for (const format of reportFormats) {
		const input = { ...round, format, layout: 'portrait', locale: 'da' } as const;
		const [first, second] = [await renderReport(context, input), await renderReport(context, input)];
		hashes.add(first.hash);
		expect(first.fileName).toBe(format === 'pdf' ? 'soroe-status-2023-hoejformat.pdf' : `soroe-status-2023.${format}`);
		expect(first.bytes.length).toBeGreaterThan(5000);
		expect(second.bytes, format).toBe(first.bytes);
	}
	expect(hashes.size).toBe(1);
	const english = await renderReport(context, { ...round, format: 'csv', layout: 'landscape', locale: 'en' });
	expect(english.fileName).toBe('soroe-status-2023-en.csv');
	const csv = { ...round, format: 'csv', layout: 'portrait', locale: 'da' } as const;
	const before = await renderReport(context, csv);
	await server.sql(`update assessment set remark = 'Ny' where municipality_code = '0340'`);
	const after = await renderReport(context, csv);
	expect(after.hash).not.toBe(before.hash);
	expect(Buffer.from(after.bytes).toString('utf8')).toContain('Ny');
	expect((await renderReport(context, { ...csv, locale: 'en' })).bytes).not.toBe(after.bytes);
	const missing = { ...round, year: 1999, format: 'csv', layout: 'portrait', locale: 'da' } as const;
	await expect(renderReport(context, missing)).rejects.toMatchObject({ code: 'round.unknown' });
});

describe('the register as a file', () => {
	test('holds what is shown', async () => {
		const shown = { municipality: 'soroe', filter: { progress: ['red'] }, locale: 'da' } as const;
		const json = await renderRegister(context, { ...shown, format: 'json' });
		const { initiatives } = JSON.parse(Buffer.from(json.bytes).toString('utf8'));
		expect(initiatives.map(({ progress }: { progress: string }) => progress)).toEqual(['red', 'red']);
		const csv = Buffer.from((await renderRegister(context, { ...shown, format: 'csv' })).bytes).toString('utf8');
		for (const { title } of initiatives) expect(csv).toContain(title);
		expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
		const english = await renderRegister(context, { ...shown, format: 'csv', locale: 'en' });
		expect([json.fileName, english.fileName]).toEqual(['soroe-indsatser.json', 'soroe-indsatser-en.csv']);
		const xlsx = await renderRegister(context, { ...shown, format: 'xlsx' });
		expect(xlsx.fileName).toBe('soroe-indsatser.xlsx');
		expect((await previewImport(context, { ...round, fileName: xlsx.fileName, bytes: xlsx.bytes })).initiatives).toHaveLength(2);
	});

	test('is there before the first round too', async () => {
		const csv = await renderRegister(context, { municipality: 'ballerup', format: 'csv', locale: 'da' });
		expect(Buffer.from(csv.bytes).toString('utf8').split('\r\n')).toHaveLength(103);
	});
});

const source = join(projectRoot, '..', 'shared', 'sources', '000_5ec8f7dd595304e4.txt');
test.skipIf(!existsSync(source))(
	'the real document is taken in and undone (skipped where the source documents are not beside the project)',
	async () => {
		const shown = await previewImport(context, { ...round, fileName: 'soroe-2023.txt', bytes: readFileSync(source) });
		expect(shown.initiatives).toHaveLength(83);
		expect(shown.proposal.counts).toMatchObject({ new: 0, missing: 0 });
		const touched = new Set(
			shown.proposal.rows.flatMap(({ cells }) =>
				cells.filter(({ kind }) => kind !== 'unchanged' && kind !== 'kept').map(({ field }) => field),
			),
		);
		// The example's remarks and budgets are written anew; what was normalised is the same.
		for (const field of [
			'number',
			'section',
			'sector',
			'startDate',
			'state',
			'priority',
			'progress',
			'fulfilment',
			'responsible',
			'co2Relation',
		]) {
			expect([...touched]).not.toContain(field);
		}
		const { importId } = await applyImport(context, { municipality: 'soroe', draftId: shown.draftId, basis: shown.basis });
		const again = await previewImport(context, { ...round, fileName: 'soroe-2023.txt', bytes: readFileSync(source) });
		expect(again.proposal.counts).toEqual({ new: 0, changed: 0, unchanged: 83, missing: 0 });
		await undoImport(context, { municipality: 'soroe', importId });
	},
);
