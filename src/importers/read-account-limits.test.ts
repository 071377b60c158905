import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { tableProblemCodes } from '#domain/account/account-draft.ts';
import { readAccountTable } from './read-account-table.ts';

const read = async (...rows: (string | number | null)[][]) =>
	readAccountTable('regnskab.xlsx', await writeXlsx({ sheets: [{ name: 'Ark', rows }] }));

describe('a number that no account can hold', () => {
	it('is refused with its row, as tonnes, as a total and in columns of years', async () => {
		const { drafts, problems } = await read(['Sektor', 2018, 2019], ['Energi', 1e300, 5], ['Transport', 7, 1e12], ['Samlet', -2e12, 5]);
		expect(drafts.map(({ year, rows, totals }) => [year, rows.map(({ tonnes }) => tonnes), totals.length])).toEqual([
			[2018, [7], 0],
			[2019, [5, 1e12], 1],
		]);
		expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([
			['cell.too-large', 2, '2018'],
			['cell.too-large', 4, '2018'],
		]);
		expect(problems.every(({ text }) => text.length <= 100)).toBe(true);
		expect(tableProblemCodes['cell.too-large']).toBe('error');
	});

	it('is told from its unit', async () => {
		const rows = [
			['Energi', 2018, 'kg', 1e14],
			['Transport', 2018, 'kton', 1e10],
		];
		const { drafts, problems } = await read(['Sektor', 'År', 'Enhed', 'Ton'], ...rows);
		expect(drafts[0]?.rows).toMatchObject([{ sector: 'energy', tonnes: 1e11 }]);
		expect(problems).toMatchObject([{ code: 'cell.too-large', row: 3, column: 'tonnes' }]);
	});

	it('is refused as an activity and as a factor', async () => {
		const rows = [
			['Energi', 2018, 5, 1e300, 1],
			['Transport', 2018, 5, 1e17, 1e300],
		];
		const { drafts, problems } = await read(['Sektor', 'År', 'Ton', 'Aktivitet', 'Faktor'], ...rows);
		expect(drafts).toEqual([]);
		expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([
			['cell.too-large', 2, 'activity'],
			['cell.too-large', 3, 'factor'],
		]);
	});
});
