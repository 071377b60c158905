import { describe, expect, it } from 'vitest';
import { sumAccount } from '#domain/account/sum-account.ts';
import { readAccountTable } from './read-account-table.ts';

const read = async (...lines: string[]) => {
	const { drafts, problems } = await readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')));
	expect(problems).toEqual([]);
	return (drafts[0]?.rows ?? []).map(({ gas, tonnes, label }) => [gas, tonnes, label]);
};
const total = async (...lines: string[]) => {
	const { drafts } = await readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')));
	return sumAccount({ rows: drafts[0]?.rows ?? [], gwpSet: 'AR5' }).total.tonnes;
};
const inCo2e = [
	['CO2e', 28_000, 'Landbrug (CH4 i CO2e)'],
	['CO2e', 26_500, 'Landbrug (N2O i CO2e)'],
];

describe('CH4 and N2O whose tonnes are CO2e', () => {
	it('by the unit count once and keep their gas', async () => {
		const lines = ['Sektor;Gas;År;Enhed;Ton', 'Landbrug;CH4;2018;ton CO2e;28.000', 'Landbrug;N2O;2018;ton CO2e;26.500'];
		expect(await read(...lines)).toEqual(inCo2e);
		expect(await total(...lines)).toBe(54_500);
	});

	it.each([
		['Ton CO2e', '28.000', '26.500'],
		['t CO2-ækv', '28.000', '26.500'],
		['Udledning (ton CO2e)', '28.000', '26.500'],
		['kton CO2e', '28', '26,5'],
	])('by the heading %s too', async (heading, methane, laughing) => {
		const lines = [`Sektor;Gas;År;${heading}`, `Landbrug;CH4;2018;${methane}`, `Landbrug;N2O;2018;${laughing}`];
		expect(await read(...lines)).toEqual(inCo2e);
	});

	it('by the heading, where the row’s own unit is only tonnes', async () => {
		expect(await read('Sektor;Gas;År;Enhed;Ton CO2e', 'Landbrug;CH4;2018;ton;5')).toEqual([['CO2e', 5, 'Landbrug (CH4 i CO2e)']]);
	});

	it('in columns of years', async () => {
		expect(await read('Sektor;Gas;Enhed;2018', 'Landbrug;Metan;kg CO2e;28.000')).toEqual([['CO2e', 28, 'Landbrug (CH4 i CO2e)']]);
	});
});

it('a column that says which gas CO2e is of is believed beside CO2e alone', async () => {
	expect(await read('Sektor;Gas;gasOfCo2e;År;Ton', 'Landbrug;CO2e;CH4;2018;5', 'Landbrug;;N2O;2018;6', 'Landbrug;CH4;;2018;7')).toEqual([
		['CO2e', 5, 'Landbrug (CH4 i CO2e)'],
		['CO2e', 6, 'Landbrug (N2O i CO2e)'],
		['CH4', 7, 'Landbrug'],
	]);
	const lines = ['Sektor;Gas;gasOfCo2e;År;Ton', 'Landbrug;CH4;CH4;2018;5', 'Landbrug;CO2e;CO2;2018;6', 'Landbrug;CO2e;SF6;2018;7'];
	const { problems } = await readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')));
	expect(problems.map(({ code, row, column, text }) => [code, row, column, text])).toEqual([
		['word.part-unknown', 2, 'gasOfCo2e', 'CH4'],
		['word.part-unknown', 3, 'gasOfCo2e', 'CO2'],
		['word.part-unknown', 4, 'gasOfCo2e', 'SF6'],
	]);
});

it.each([
	['Enhed;Ton', 'ton CO2;5'],
	['Ton CO₂', '5'],
])(
	'tonnes CO2 by %s are of that gas where they are biogenic or removed, and may be of all gases where they are emitted',
	async (heads, cells) => {
		const lines = ['biogen', 'optag', 'udledning'].map(
			(part) => `Energi;${part};2018;${cells.replace('5', part === 'optag' ? '-5' : '5')}`,
		);
		expect((await read(`Sektor;Art;År;${heads}`, ...lines)).map(([gas]) => gas)).toEqual(['CO2', 'CO2', 'CO2e']);
	},
);

it('tonnes CO2e stay so also where they are biogenic', async () => {
	expect(await read('Sektor;Art;År;Enhed;Ton CO2', 'Energi;biogen;2018;ton CO2e;5')).toEqual([['CO2e', 5, 'Energi']]);
});

it('tonnes with nothing said of CO2e are tonnes of the gas', async () => {
	const lines = ['Sektor;Gas;År;Enhed;Ton', 'Landbrug;CH4;2018;ton;1.000', 'Landbrug;N2O;2018;;100'];
	expect(await read(...lines)).toEqual([
		['CH4', 1000, 'Landbrug'],
		['N2O', 100, 'Landbrug'],
	]);
	expect(await total(...lines)).toBe(54_500);
});
