import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountHead } from '#domain/account/account-draft.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { applyAccountImport } from './apply-account-import.ts';
import { previewAccountImport } from './preview-account-import.ts';
import { viewAccounts } from './view-accounts.ts';

let server: TestDatabase;
let database: Database;
const municipality = 'soroe';
const context = () => makeContext(database, actors.coordinator);
const file = (text: string, chosenTotals: AccountHead['chosenTotals'] = []) => ({
	...{ municipality, fileName: 'regnskab.csv', bytes: new TextEncoder().encode(text) },
	head: {
		...{ kind: 'geographic' as const, release: 'To totaler', releaseDate: null, methodVersion: null, source: 'Prøve' },
		...{ gwpSet: 'AR5' as const, population: null, populationYear: null, chosenTotals },
	},
});

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

describe('two printed totals of one name', () => {
	const text = ['Sektor;År;Ton', 'Energi;2018;119.225', 'Landbrug;2018;71.919', 'Samlet;2018;119.225', 'Samlet;2018;191.144'].join('\n');

	test('can each be chosen, and neither is chosen by the name they share', async () => {
		const preview = await previewAccountImport(context(), file(text));
		expect(preview).toMatchObject({ isStorable: false, years: [{ problems: [{ code: 'total.not-chosen' }] }] });
		expect(preview.totalChoices).toEqual([
			{
				years: [2018],
				totals: [
					{ label: 'Samlet (1)', tonnes: [119_225] },
					{ label: 'Samlet (2)', tonnes: [191_144] },
				],
				chosen: null,
			},
		]);
		const byName = await previewAccountImport(context(), file(text, [{ years: [2018], label: 'Samlet' }]));
		expect(byName.isStorable).toBe(false);
		const low = await previewAccountImport(context(), file(text, [{ years: [2018], label: 'Samlet (1)' }]));
		expect(low).toMatchObject({ isStorable: true, years: [{ problems: [{ code: 'total.differs-from-sectors' }] }] });
		const high = await previewAccountImport(context(), file(text, [{ years: [2018], label: 'Samlet (2)' }]));
		expect(high).toMatchObject({ isStorable: true, years: [{ problems: [] }], totalChoices: [{ chosen: 'Samlet (2)' }] });
	});

	test('are both stored, with the one that was chosen', async () => {
		await applyAccountImport(context(), file(text, [{ years: [2018], label: 'Samlet (2)' }]));
		const year = (await viewAccounts(context(), { municipality })).series[0]?.years.find(({ account }) => account.year === 2018);
		expect(year?.account).toMatchObject({
			totals: [
				{ label: 'Samlet (1)', tonnes: 119_225 },
				{ label: 'Samlet (2)', tonnes: 191_144 },
			],
			chosenTotal: 'Samlet (2)',
		});
	});

	test('under names that differ from year to year are chosen year by year', async () => {
		const years = 'Sektor;År;Ton\nEnergi;2019;5\nEnergi;2020;6\nSamlet 2019;2019;5\nTotal;2019;9\nSamlet 2020;2020;6\nTotal;2020;9\n';
		const chosen = [
			{ years: [2019], label: 'Samlet 2019' },
			{ years: [2020], label: 'Total' },
		];
		const preview = await previewAccountImport(context(), file(years, chosen));
		expect(preview.totalChoices.map(({ years, chosen }) => [years, chosen])).toEqual([
			[[2019], 'Samlet 2019'],
			[[2020], 'Total'],
		]);
		expect(preview.isStorable).toBe(true);
	});
});
