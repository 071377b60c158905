import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readAccountTable } from './read-account-table.ts';

const read = (...lines: string[]) => readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')));
const told = ({ problems }: Awaited<ReturnType<typeof read>>) => problems.map(({ code, row, column, text }) => [code, row, column, text]);
const tonnes = ({ drafts }: Awaited<ReturnType<typeof read>>) => drafts.flatMap(({ rows }) => rows.map((row) => row.tonnes));

describe('a file with commas between its columns', () => {
	it('is never read a thousand times too small: what may be English is refused, totals and inhabitants too', async () => {
		const result = await read(
			'Year,Sector,Tonnes',
			'2023,Energy,"100,000"',
			'2023,Transport,"-50,000"',
			'2023,Total,"150,000"',
			'2023,Population,"30,123"',
		);
		expect(result.drafts).toEqual([]);
		expect(told(result)).toEqual([
			['cell.number-ambiguous', 2, 'tonnes', '100,000'],
			['cell.number-ambiguous', 3, 'tonnes', '-50,000'],
			['cell.number-ambiguous', 4, 'tonnes', '150,000'],
			['cell.number-ambiguous', 5, 'tonnes', '30,123'],
		]);
	});

	it('gives the activity and the factor no guess either', async () => {
		const result = await read('Sektor,År,Aktivitet,Faktor,Ton', 'Energi,2023,"1,000","57,100",5');
		expect(told(result)).toEqual([
			['cell.number-ambiguous', 2, 'activity', '1,000'],
			['cell.number-ambiguous', 2, 'factor', '57,100'],
		]);
	});

	it('still gives Danish numbers, and says so where English ones would be others', async () => {
		const result = await read(
			'Sektor,Delsektor,2023',
			'Energi,Boliger,"1.234,5"',
			'Energi,Industri,13.000',
			'Transport,Vej,"0,5"',
			'Transport,Fly,"0,500"',
			'Affald,,"1234,500"',
			'Spildevand,,100000',
		);
		expect(tonnes(result)).toEqual([1234.5, 13_000, 0.5, 0.5, 1234.5, 100_000]);
		expect(told(result)).toEqual([['number.read-danish', 3, '', '13.000']]);
	});

	it('tells of a number without quotes that became two cells', async () => {
		const result = await read('Sektor,2022,2023', 'Energi,100,000,90,000', 'Transport,5,6');
		expect(tonnes(result)).toEqual([5, 6]);
		expect(told(result)).toEqual([['row.too-long', 2, '', 'Energi,100,000,90,000']]);
	});
});

it('an English number is told as such in any file', async () => {
	const result = await read('Sektor;Delsektor;2023', 'Energi;Boliger;1,234.5', 'Energi;Industri;1,234,567', 'Affald;;0.5');
	expect(result.drafts).toEqual([]);
	expect(told(result)).toEqual([
		['cell.number-english', 2, '2023', '1,234.5'],
		['cell.number-english', 3, '2023', '1,234,567'],
		['cell.number-form', 4, '2023', '0.5'],
	]);
});

describe('where commas are not between the columns', () => {
	it('three decimals alone say neither that they are Danish nor English, and are refused', async () => {
		const result = await read('Sektor;2022;2023', 'Energi;12,345;100,000', 'Transport;1;2,500');
		expect(result.drafts.flatMap(({ rows }) => rows.map(({ tonnes: own }) => own))).toEqual([1]);
		expect(told(result).map(([code, row, column]) => [code, row, column])).toEqual([
			['cell.number-ambiguous', 2, '2022'],
			['cell.number-ambiguous', 2, '2023'],
			['cell.number-ambiguous', 3, '2023'],
		]);
	});
	it.each(['12,5', '0,125', '1.234,500', '1234,500'])('%s in the column says that it is Danish, which is told once', async (danish) => {
		const result = await read('Sektor;2023', `Energi;${danish}`, 'Transport;100,000', 'Affald;2,500');
		expect(tonnes(result).slice(1)).toEqual([100, 2.5]);
		expect(told(result)).toEqual([['number.read-danish', 3, '', '100,000']]);
	});
	it('another column says nothing of it, and 13.000 neither', async () => {
		const result = await read('Sektor;2022;2023', 'Energi;12,5;100,000', 'Transport;13,5;13.000');
		expect(told(result)).toEqual([['cell.number-ambiguous', 2, '2023', '100,000']]);
	});
});

it('a number that the spreadsheet holds as one is that number', async () => {
	const sheet = await writeXlsx({
		sheets: [
			{
				name: 'Sorø',
				rows: [
					['Sektor', 2023],
					['Energi', 12.345],
				],
			},
		],
	});
	expect((await readAccountTable('regnskab.xlsx', sheet)).problems).toEqual([]);
});
