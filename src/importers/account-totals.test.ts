import { expect, it } from 'vitest';
import { readAccountTable } from './read-account-table.ts';

const totals = async (...lines: string[]) =>
	(await readAccountTable('regnskab.csv', new TextEncoder().encode(lines.join('\n')))).drafts.map((draft) =>
		draft.totals.map(({ label, tonnes }) => [label, tonnes]),
	);

it('two totals of one name are both kept, numbered in the order of the source', async () => {
	expect(await totals('Sektor;År;Ton', 'Energi;2018;1', 'Samlet;2018;119.225', 'Samlet;2018;191.144', 'Energi i alt;2018;1')).toEqual([
		[
			['Samlet (1)', 119_225],
			['Samlet (2)', 191_144],
			['Energi i alt', 1],
		],
	]);
});

it('also where the source has numbered one itself', async () => {
	const [read] = await totals('Sektor;År;Ton', 'Energi;2018;1', 'Samlet;2018;1', 'Samlet;2018;2', 'Samlet (1);2018;3');
	expect(new Set(read?.map(([label]) => label)).size).toBe(3);
});

it('a unit that says CO2e alone has the size that the heading says', async () => {
	const lines = ['Sektor;Enhed;År;Udledning (kton)', 'Landbrug;CO2e;2018;28', 'Samlet;CO2e;2018;28'];
	expect(await totals(...lines)).toEqual([[['Samlet', 28_000]]]);
});

it('or named by what else their rows say, where that differs', async () => {
	const heading = 'Sektor;Type;Enhed;År;Ton';
	expect(await totals(heading, 'Samlet;;ton;2018;1', 'Samlet;Inkl. landbrug;ton CO2e;2018;2')).toEqual([
		[
			['Samlet', 1],
			['Samlet (Inkl. landbrug)', 2],
		],
	]);
	expect(await totals(heading, 'Samlet;Nøgletal;ton;2018;1', 'Samlet;Nøgletal;ton;2018;2')).toEqual([
		[
			['Samlet (1)', 1],
			['Samlet (2)', 2],
		],
	]);
});

it('and a name that stands once in a year stays as it is', async () => {
	expect(await totals('Sektor;2018;2019', 'Samlet;1;2', 'Samlet;3;')).toEqual([
		[
			['Samlet (1)', 1],
			['Samlet (2)', 3],
		],
		[['Samlet', 2]],
	]);
});
