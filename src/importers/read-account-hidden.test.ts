import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readNotationCell } from './account-words.ts';
import { readAccountTable } from './read-account-table.ts';

const rows = [
	['Sektor', '2021', '2022'],
	['Energi', 100, 90],
	['Transport', 50, 45],
	['Landbrug', 10, 10],
];

describe('what a workbook hides', () => {
	it('is told: a sheet is not read, rows and columns are', async () => {
		const bytes = await writeXlsx({
			sheets: [
				{ name: 'Regnskab', rows, columns: [{}, { hidden: true }, {}], rowDefs: new Map([1, 2].map((at) => [at, { hidden: true }])) },
				{ name: 'Kladde', hidden: true, rows },
			],
		});
		const { drafts, problems } = await readAccountTable('regnskab.xlsx', bytes);
		expect(problems).toEqual([
			{ code: 'sheet.hidden', row: null, column: '', text: 'Kladde' },
			{ code: 'rows.hidden', row: null, column: 'Regnskab', text: '2-3' },
			{ code: 'columns.hidden', row: null, column: 'Regnskab', text: '2021' },
		]);
		expect(drafts.map(({ year, rows: own }) => [year, own.map(({ tonnes }) => tonnes)])).toEqual([
			[2021, [100, 50, 10]],
			[2022, [90, 45, 10]],
		]);
	});

	it('is not spoken of where nothing is hidden', async () => {
		expect((await readAccountTable('regnskab.xlsx', await writeXlsx({ sheets: [{ name: 'A', rows }] }))).problems).toEqual([]);
	});
});

describe('a notation key with its reason in the same cell', () => {
	it('is read as both, and the row’s own reason is for the keys without one', async () => {
		const lines = [
			'Sektor;2021;2022;Begrundelse',
			'Affald;IE (medregnet i energi);NE – ikke opgjort;',
			'Spildevand;NO: ingen anlæg;NO;intet anlæg',
		];
		const { drafts, problems } = await readAccountTable('a.csv', new TextEncoder().encode(lines.join('\n')));
		expect(problems).toEqual([]);
		expect(drafts.flatMap(({ rows: own }) => own.map(({ tonnes, notation, reason }) => [tonnes, notation, reason]))).toEqual([
			[null, 'IE', 'medregnet i energi'],
			[null, 'NO', 'ingen anlæg'],
			[null, 'NE', 'ikke opgjort'],
			[null, 'NO', 'intet anlæg'],
		]);
	});

	it('stays beside the reason of a row that is one line', async () => {
		const lines = ['Sektor;År;Ton;Begrundelse', 'Affald;2021;IE (medregnet i energi);intet anlæg'];
		const { drafts } = await readAccountTable('a.csv', new TextEncoder().encode(lines.join('\n')));
		expect(drafts[0]?.rows[0]?.reason).toBe('medregnet i energi; intet anlæg');
	});

	it.each([
		['IE', { notation: 'IE', reason: null }],
		['ie (medregnet i affald)', { notation: 'IE', reason: 'medregnet i affald' }],
		['NE - ikke opgjort', { notation: 'NE', reason: 'ikke opgjort' }],
		['Fortroligt, kun ét anlæg', { notation: 'C', reason: 'kun ét anlæg' }],
		['Ikke opgjort (mangler data)', { notation: 'NE', reason: 'mangler data' }],
		['NE –', { notation: 'NE', reason: null }],
		['-5', undefined],
		['1.234 (skøn)', undefined],
		['C-anlæg', undefined],
		['nogenlunde', undefined],
		[`x${' '.repeat(1_000_000)}y`, undefined],
	])('%.40s', (text, expected) => {
		expect(readNotationCell(text)).toEqual(expected);
	});
});
