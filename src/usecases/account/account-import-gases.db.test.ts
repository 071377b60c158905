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

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

describe('gases in a file of accounts', () => {
	test('in CO2e count once, say so before they are stored, and are still their gas afterwards', async () => {
		const text = 'Sektor;Gas;År;Enhed;Ton\nLandbrug;CH4;2018;ton CO2e;28.000\nLandbrug;N2O;2018;ton CO2e;26.500\nAffald;CH4;2018;ton;10\n';
		const head: AccountHead = {
			...{ kind: 'geographic', release: 'Gasser', releaseDate: null, methodVersion: null, source: 'Prøve', gwpSet: 'AR5' },
			...{ population: null, populationYear: null, chosenTotals: [] },
		};
		const input = { municipality, fileName: 'gasser.csv', bytes: new TextEncoder().encode(text), head };
		const [year] = (await previewAccountImport(context(), input)).years;
		expect(year?.sum.total.tonnes).toBe(54_780);
		expect(year?.problems).toEqual([]);
		expect(year?.gases).toMatchObject([
			{ gas: 'CH4', as: 'gas', tonnes: 10, weight: 28, co2e: 280 },
			{ gas: 'CH4', as: 'CO2e', tonnes: 28_000, weight: null },
			{ gas: 'N2O', as: 'CO2e', tonnes: 26_500, weight: null },
		]);
		await applyAccountImport(context(), input);
		const stored = (await viewAccounts(context(), { municipality })).series[0]?.years.find(({ account }) => account.year === 2018);
		expect(stored?.sum.total.tonnes).toBe(54_780);
		expect(stored?.account.rows.map(({ gas, label }) => [gas, label])).toEqual([
			['CO2e', 'Landbrug (CH4 i CO2e)'],
			['CO2e', 'Landbrug (N2O i CO2e)'],
			['CH4', 'Affald'],
		]);
	});
});
