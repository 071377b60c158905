import { describe, expect, it } from 'vitest';
import { readAccountTable } from './read-account-table.ts';
import { readYearHeading } from './year-heading.ts';

const read = (...lines: string[]) => readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')));

describe('a heading with a year in it', () => {
	it.each([
		'2024*',
		'2024 *',
		'2024¹',
		'2024 (foreløbig)',
		'2024 (Foreløbigt)',
		'2024, foreløbig',
		'2024 (p)',
		'År 2024',
		'Udledning 2024',
		'2024.',
	])('%j is that year', (text) => expect(readYearHeading(text)).toEqual({ year: 2024, isPlain: false }));

	it.each([
		'20 23',
		'2021,5',
		'2024 (kton)',
		'2024 (mål)',
		'2024/25',
		'2022-2023',
		'2024 budget',
		'2024 kton',
		'2.024',
		'2O24',
		'202',
		'20244',
		'24',
	])('%j is unclear', (text) => expect(readYearHeading(text)).toBe('unclear'));

	it('in words is another column, and without a year it is nothing of the kind', () => {
		expect(['Ændring siden 1990', 'Andel 2023 (%)'].map(readYearHeading)).toEqual(['inside', 'inside']);
		expect(['', 'Bemærkning', 'Scope 1', 'CO2', 'Kode 12345'].map(readYearHeading)).toEqual(Array(5).fill(undefined));
	});
});

describe('a column of a year', () => {
	it('is never left out unseen', async () => {
		const { drafts, problems } = await read(
			'Sektor;1990 (basisår);2022;20 23;2024*;2021,5;Ændring siden 1990;2022 ',
			'Energi;9;8;7;6;5;-3;4',
		);
		expect(drafts.map(({ year, rows }) => [year, rows[0]?.tonnes])).toEqual([
			[1990, 9],
			[2022, 8],
			[2024, 6],
		]);
		expect(problems.map(({ code, row, column, text }) => [code, row, column, text])).toEqual([
			['year.heading-read', 1, '1990', '1990 (basisår)'],
			['year.heading-unclear', 1, '', '20 23'],
			['year.heading-read', 1, '2024', '2024*'],
			['year.heading-unclear', 1, '', '2021,5'],
			['column.not-read', 1, '', 'Ændring siden 1990'],
			['year.heading-twice', 1, '2022', '2022'],
		]);
	});

	it('makes a table of accounts also where no heading is a year alone', async () => {
		const { drafts } = await read('Sektor;2024 (foreløbig)', 'Energi;9');
		expect(drafts).toMatchObject([{ year: 2024, rows: [{ tonnes: 9 }] }]);
	});
});

it('a year in a cell is read as a heading is, and that is told once', async () => {
	const result = await read('År;Sektor;Ton', '2024*;Energi;5', '2024*;Transport;6', '2023;Energi;7', '2024 (kton);Affald;8');
	expect(result.drafts.map(({ year, rows }) => [year, rows.length])).toEqual([
		[2023, 1],
		[2024, 2],
	]);
	expect(result.problems.map(({ code, row, column, text }) => [code, row, column, text])).toEqual([
		['year.cell-read', 2, '2024', '2024*'],
		['year.form', 5, 'year', '2024 (kton)'],
	]);
});

it('a year spelled in two ways for one sector is never added up', async () => {
	const { problems } = await read('Sektor;År;Ton', 'Energi;2024*;1.000', 'Energi;2024;900', 'Transport;2024;5');
	expect(problems.map(({ code, row, text }) => [code, row, text])).toEqual([
		['year.cell-read', 2, '2024*'],
		['year.spelled-twice', 3, '2024'],
	]);
});

it('two lines of one sector may spell the year each in its way, and two of one line may not', async () => {
	const say = async (...rows: string[]) =>
		(await read('Sektor;Delsektor;Energikilde;Gas;År;Ton', ...rows)).problems.map(({ code }) => code);
	expect(await say('Transport;vej;;;2024*;5', 'Transport;fly;;;2024;6')).toEqual(['year.cell-read']);
	expect(await say('Energi;;gas;;2024*;5', 'Energi;;kul;;2024;6')).toEqual(['year.cell-read']);
	expect(await say('Landbrug;;;CH4;2024*;5', 'Landbrug;;;N2O;2024;6')).toEqual(['year.cell-read']);
	expect(await say('Energi;;gas;;2024*;5', 'Energi;;Gas;;2024;6')).toEqual(['year.cell-read', 'year.spelled-twice']);
});

it('inhabitants with a comma before three digits are refused also beside decimals', async () => {
	const { drafts, problems } = await read('Sektor;2024', 'Energi;1.000,5', 'Indbyggere;30,000');
	expect(drafts[0]?.population).toBeNull();
	expect(problems).toMatchObject([{ code: 'cell.number-ambiguous', row: 3, text: '30,000' }]);
});

it('a column of inhabitants beside columns of years is told', async () => {
	const { problems } = await read('Sektor;2022;2023;Indbyggere', 'Energi;9;8;30000');
	expect(problems).toMatchObject([{ code: 'population.column-not-read', row: 1, text: 'Indbyggere' }]);
});
