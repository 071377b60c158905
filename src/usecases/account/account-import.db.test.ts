import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountHead } from '#domain/account/account-draft.ts';
import { listAccounts } from '#storage/accounts.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { applyAccountImport } from './apply-account-import.ts';
import { listImportedAccounts } from './list-account-imports.ts';
import { previewAccountImport } from './preview-account-import.ts';
import { saveFactor } from './save-factor.ts';
import { undoAccountImport } from './undo-account-import.ts';

let server: TestDatabase;
let database: Database;
const municipality = 'soroe';
const context = () => makeContext(database, actors.coordinator);
const head: AccountHead = {
	...{ kind: 'geographic', release: 'Prøve 2024', releaseDate: null, methodVersion: '4.1', source: 'Prøvefil', gwpSet: 'AR5' },
	...{ population: 30_000, populationYear: 2024, chosenTotals: [] },
};
const file = (text: string, part: Partial<AccountHead> = {}) => ({
	...{ municipality, fileName: 'regnskab.csv', bytes: new TextEncoder().encode(text) },
	head: { ...head, ...part },
});
const table = 'Sektor;2019;2020\nEnergi;1.000;900\nTransport;500;450\nSamlet;1.500;1.350\n';
const count = async () => (await database.read('0340', listAccounts)).length;

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

describe('taking in accounts', () => {
	test('shows what would be stored and stores nothing', async () => {
		const preview = await previewAccountImport(context(), file(table));
		expect(preview).toMatchObject({ isStorable: true, totalChoices: [], tableProblems: [] });
		expect(preview.years.map(({ account, sum, problems }) => [account.year, sum.total.tonnes, problems])).toEqual([
			[2019, 1500, []],
			[2020, 1350, []],
		]);
		// The inhabitants are those of 2024, which the file has no account of.
		expect(preview.years.map(({ account }) => account.population)).toEqual([null, 30_000]);
		expect(await count()).toBe(1);
	});

	test('wants a choice between two printed totals, keeps both, and says when the chosen one is not the sum', async () => {
		const two = `${table}Samlet inkl. skov;1.400;1.200\n`;
		const preview = await previewAccountImport(context(), file(two));
		expect(preview).toMatchObject({ isStorable: false, totalChoices: [{ years: [2019, 2020], chosen: null }] });
		expect(preview.totalChoices[0]?.totals).toEqual([
			{ label: 'Samlet', tonnes: [1500, 1350] },
			{ label: 'Samlet inkl. skov', tonnes: [1400, 1200] },
		]);
		const chosen = await previewAccountImport(
			context(),
			file(two, { chosenTotals: [{ years: [2019, 2020], label: 'Samlet inkl. skov' }] }),
		);
		expect(chosen.isStorable).toBe(true);
		expect(chosen.years[0]?.problems).toMatchObject([{ code: 'total.differs-from-sectors', stated: 1400, expected: 1500 }]);
		expect(chosen.years[0]?.account.totals).toHaveLength(2);
	});

	test('stores all years or none', async () => {
		const half = 'Sektor;2019;2020\nEnergi;1.000;0.5\n';
		await expect(applyAccountImport(context(), file(half))).rejects.toMatchObject({ code: 'account-import.has-errors' });
		expect(await count()).toBe(1);
		const applied = await applyAccountImport(context(), file(table));
		expect(applied).toMatchObject({ years: [2019, 2020], rows: 4 });
		expect(await count()).toBe(3);
	});

	test('takes the same release of a year once, and a later one as another vintage', async () => {
		await expect(applyAccountImport(context(), file(table))).rejects.toMatchObject({ code: 'account.vintage-exists' });
		const preview = await previewAccountImport(context(), file(table, { release: 'Prøve 2025' }));
		expect(preview.years[0]).toMatchObject({ exists: false, otherReleases: ['Prøve 2024'] });
	});

	test('can be undone whole, once, by those who may', async () => {
		const { imports } = await listImportedAccounts(context(), { municipality });
		expect(imports).toMatchObject([{ fileName: 'regnskab.csv', years: [2019, 2020], undoneAt: null }]);
		const importId = imports[0]?.id ?? '';
		const neighbour = makeContext(database, actors.neighbour);
		await expect(undoAccountImport(neighbour, { municipality, importId })).rejects.toMatchObject({ code: 'access.denied' });
		await undoAccountImport(context(), { municipality, importId });
		expect(await count()).toBe(1);
		await expect(undoAccountImport(context(), { municipality, importId })).rejects.toMatchObject({ code: 'account-import.unknown' });
		const rows = await server.sql(`select action, year from change where entity = 'account' order by id`);
		expect(rows.map(({ action, year }) => `${action} ${year}`)).toEqual(['added 2019', 'added 2020', 'removed 2019', 'removed 2020']);
	});

	test('remarks on the factors that lines name, held against the municipality’s own values, and stores the lines all the same', async () => {
		const unlimited = { validFrom: '', validTo: '', gwpSet: '' };
		const own = { municipality, factorId: 'ens-soeb25-gasolie', value: '70', source: 'Værket', version: 0, ...unlimited };
		await saveFactor(context(), own);
		const heading = 'Sektor;Delsektor;Energikilde;År;Aktivitet;Aktivitetsenhed;Faktor;Faktorenhed;Faktor id';
		const lines = ['Energi;Boliger;Gasolie;2018;100;TJ;74,1;kg/GJ;ens-soeb25-gasolie', 'Energi;Industri;Kul;2018;1;TJ;95;kg/GJ;ukendt'];
		const preview = await previewAccountImport(context(), file([heading, ...lines].join('\n')));
		expect(preview).toMatchObject({ isStorable: true, tableProblems: [] });
		expect(preview.years[0]?.sum.total.tonnes).toBe(7505);
		expect(preview.years[0]?.factorRemarks).toMatchObject([
			{ code: 'value-differs', row: 0, stated: 74.1, expected: 70, isOwn: true },
			{ code: 'unknown', row: 1, factorId: 'ukendt' },
		]);
	});

	test('needs a name of the release and a source', async () => {
		await expect(previewAccountImport(context(), file(table, { release: ' ' }))).rejects.toMatchObject({
			code: 'account-import.release-missing',
		});
		await expect(previewAccountImport(context(), file(table, { source: '' }))).rejects.toMatchObject({
			code: 'account-import.source-missing',
		});
		await expect(previewAccountImport(context(), file(table, { population: -1 }))).rejects.toMatchObject({
			code: 'account-import.population-form',
		});
	});
});
