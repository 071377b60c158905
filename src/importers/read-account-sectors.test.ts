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
