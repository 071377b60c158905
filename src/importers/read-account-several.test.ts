import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readAccountTable } from './read-account-table.ts';

type Cells = (string | number | null)[][];
const read = async (...sheets: Cells[]) =>
	readAccountTable('regnskab.xlsx', await writeXlsx({ sheets: sheets.map((rows, at) => ({ name: `Ark ${at + 1}`, rows })) }));
const head = ['kind', 'release', 'Sektor', 'År', 'Ton'];

describe('a workbook with an account on each sheet', () => {
	it.each<[string, Cells, Cells, string]>([
		['two kinds', [head, ['geographic', 'A', 'Energi', 2022, 5]], [head, ['enterprise', 'A', 'Energi', 2022, 1]], 'Ark 2, enterprise, A'],
		[
			'two kinds of different years',
			[head, ['geographic', 'A', 'Energi', 2021, 5]],
			[head, ['enterprise', 'A', 'Energi', 2022, 1]],
			'Ark 2, enterprise, A',
		],
		[
			'two releases',
			[head, ['geographic', 'A', 'Energi', 2022, 5]],
			[head, ['geographic', 'B', 'Energi', 2022, 6]],
			'Ark 2, geographic, B',
		],
		[
			'two releases, one with years as columns',
			[head, ['', 'A', 'Energi', 2022, 5]],
			[
				['release', 'Sektor', 2021, 2022],
				['B', 'Energi', 4, 6],
			],
			'Ark 2, B',
		],
		[
			'a release and one that is not stated',
			[head, ['', 'A', 'Energi', 2022, 5]],
			[
				['Sektor', 'År', 'Ton'],
				['Energi', 2022, 6],
			],
			'Ark 2',
		],
	])('is not added up: %s', async (_, one, two, text) => {
		const { problems } = await read(one, two);
		expect(problems).toEqual([{ code: 'account.several', row: 2, column: 'release', text }]);
	});

	it('is read where the sheets hold years or sectors of one kind and release', async () => {
		const { drafts, problems, kind } = await read(
			[head, ['enterprise', 'A', 'Energi', 2021, 5], []],
			[
				['Sektor', 'release', 2022, 2023],
				['Energi', 'B', 6, 7],
			],
			[head, ['', 'B', 'Affald', 2022, 1]],
		);
		expect(problems).toEqual([]);
		expect(kind).toBe('enterprise');
		expect(drafts.map(({ year, rows }) => [year, rows.map(({ tonnes }) => tonnes)])).toEqual([
			[2021, [5]],
			[2022, [6, 1]],
			[2023, [7]],
		]);
	});
});
