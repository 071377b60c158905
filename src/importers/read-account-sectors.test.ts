import { expect, it } from 'vitest';
import { checkAccount } from '#domain/account/check-account.ts';
import { readAccountTable } from './read-account-table.ts';

const read = (...lines: string[]) => readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')));

it('land use as a sector of its own is the land use of agriculture', async () => {
	const { drafts, problems } = await read(
		'Sektor;Delsektor;2022',
		'Landbrug;;900',
		'LULUCF;;-200',
		'Arealanvendelse;Skov;5',
		'Lulucf;Husdyr;1',
	);
	expect(drafts[0]?.rows.map(({ sector, subSector, tonnes }) => [sector, subSector, tonnes])).toEqual([
		['agriculture', null, 900],
		['agriculture', 'land use', -200],
		['agriculture', 'land use', 5],
	]);
	expect(problems.map(({ code, row }) => [code, row])).toEqual([['word.sub-sector-unknown', 5]]);
});

it('land use beside agriculture as a whole is asked about, and does not keep the account back', async () => {
	const { drafts } = await read('Sektor;2022', 'Landbrug;900', 'LULUCF;200');
	const found = checkAccount({ rows: drafts[0]?.rows ?? [], totals: [], chosenTotal: null, gwpSet: null });
	expect(found.map(({ code }) => code)).toEqual(['sector.land-use-apart']);
});

it('a unit that is none of tonnes beside an activity without one is said to belong to it', async () => {
	const told = async (...lines: string[]) => (await read(...lines)).problems.map(({ code, text }) => [code, text]);
	expect(await told('Sektor;År;Aktivitet;Enhed;Ton', 'Energi;2022;100;TJ;5')).toEqual([['unit.of-activity', 'TJ']]);
	expect(await told('Sektor;År;Aktivitet;Aktivitetsenhed;Enhed;Ton', 'Energi;2022;100;TJ;GWh;5')).toEqual([['unit.unknown', 'GWh']]);
	expect(await told('Sektor;År;Aktivitet;Enhed;Ton', 'Energi;2022;100;ton;5')).toEqual([]);
});

it('a row of words alone below the figures is a note, told and not read', async () => {
	const { drafts, problems } = await read('Sektor;Delsektor;2022;2023', 'Energi;;5;6', ';;;', '* Foreløbige tal;;;', ';Kilde: egne tal;;');
	expect(drafts.map(({ rows }) => rows.length)).toEqual([1, 1]);
	expect(problems.map(({ code, row, text }) => [code, row, text])).toEqual([
		['row.note', 4, '* Foreløbige tal'],
		['row.note', 5, 'Kilde: egne tal'],
	]);
	const long = await read('Sektor;År;Ton', 'Energi;2022;5', '* Foreløbige tal;;');
	expect(long.problems.map(({ code }) => code)).toEqual(['row.note']);
});

it('a row with a figure, a key or a sector is no note', async () => {
	const codes = async (...lines: string[]) => (await read(...lines)).problems.map(({ code }) => code);
	expect(await codes('Sektor;2022', 'Energi;5', 'Enegri;6')).toEqual(['word.sector-unknown']);
	expect(await codes('Sektor;2022', 'Energi;5', ';NE')).toEqual(['word.sector-unknown']);
	expect(await codes('Sektor;2022', 'Energi;5', 'Transport;')).toEqual(['cell.empty']);
	await expect(read('Sektor;2022', '* Foreløbige tal;')).rejects.toMatchObject({ code: 'account-import.no-rows' });
});

it('lines of one part that the source calls by two carriers are kept apart by them', async () => {
	const { drafts } = await read('Sektor;Delsektor;2022', 'Energi;El;5', 'Energi;Fjernvarme;7', 'Energi;Boliger;1');
	expect(drafts[0]?.rows.map(({ subSector, carrier, tonnes }) => [subSector, carrier, tonnes])).toEqual([
		['supply', 'electricity', 5],
		['supply', 'district heat', 7],
		['households', null, 1],
	]);
	expect(checkAccount({ rows: drafts[0]?.rows ?? [], totals: [], chosenTotal: null, gwpSet: null })).toEqual([]);
});

it('lines that were read as the same for other words name both', async () => {
	const { drafts } = await read('Sektor;Delsektor;2022', 'Energi;El og fjernvarme;5', 'Energi;El;7');
	const found = checkAccount({ rows: drafts[0]?.rows ?? [], totals: [], chosenTotal: null, gwpSet: null });
	expect(found).toMatchObject([{ code: 'row.twice', label: 'Energi, El', other: 'Energi, El og fjernvarme' }]);
});
