import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountHead } from '#domain/account/account-draft.ts';
import { findNewestAccount } from '#domain/account/account-figure.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { freezeAccounts } from '#reports/freeze-account.ts';
import { listAccounts, listAllAccounts } from '#storage/accounts.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { applyAccountImport } from './apply-account-import.ts';
import { previewAccountImport } from './preview-account-import.ts';
import { renderAccounts } from './render-accounts.ts';
import { viewAccounts } from './view-accounts.ts';

let server: TestDatabase;
let database: Database;
const municipality = 'soroe';
const head: Omit<AccountHead, 'release'> = {
	...{ kind: 'geographic', releaseDate: null, methodVersion: '4.1', source: 'Prøve', gwpSet: 'AR5' },
	...{ population: 30_000, populationYear: 2021, chosenTotals: [] },
};
const reader = () => makeContext(database, actors.reader);

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
	for (const [release, tonnes] of [
		['A', '1.000'],
		['B', '1.100'],
	] as const) {
		const bytes = new TextEncoder().encode(`Sektor;2021\nEnergi;${tonnes}\n`);
		await applyAccountImport(makeContext(database, actors.coordinator), {
			...{ municipality, fileName: `${release}.csv`, bytes, head: { ...head, release } },
		});
	}
});
afterAll(() => server.close());

describe('the green account', () => {
	test('shows a year’s last vintage, the earlier one, and the bridge between them', async () => {
		const view = await viewAccounts(reader(), { municipality });
		const [series] = view.series;
		expect(view).toMatchObject({ mayImport: false });
		expect(series?.years.map(({ account }) => [account.year, account.release])).toEqual([
			[2021, 'B'],
			[2023, 'klimaregnskabet.dk, pr. indbygger'],
		]);
		expect(series?.years[0]).toMatchObject({ earlier: [{ account: { release: 'A' } }], bridge: { difference: 100, parts: { data: 100 } } });
	});

	test('says of the shipped figures that they are derived and not the whole account', async () => {
		const { series, gpc } = await viewAccounts(reader(), { municipality: 'ballerup' });
		const year = series[0]?.years[0];
		expect(year?.absent).toEqual(['waste', 'wastewater', 'processes']);
		expect(year?.account.rows.every(({ origin }) => origin === 'per inhabitant x population')).toBe(true);
		expect(gpc?.references.every(({ isCoarse }) => isCoarse)).toBe(true);
	});

	test('is open data with every vintage', async () => {
		const { bytes, isPublic } = await renderAccounts(reader(), { municipality, format: 'json' });
		expect(isPublic).toBe(true);
		const releases = (JSON.parse(new TextDecoder().decode(bytes)) as { release: string }[]).map(({ release }) => release);
		expect(releases).toEqual(['A', 'B', 'klimaregnskabet.dk, pr. indbygger']);
	});

	test('shows the release that was published last, whichever was added last, on the page, in the report and in short', async () => {
		const own = { municipality, fileName: 'x.csv' };
		const first = (await viewAccounts(reader(), own)).series[0]?.years.at(-1)?.account.year ?? 0;
		for (const [release, date, tonnes] of [
			['Ny 2026', '2026-05-01', 74_600],
			['Gammel 2024', '2024-05-01', 72_600],
			['Uden dato', null, 70_000],
		] as const) {
			const bytes = new TextEncoder().encode(`Sektor;${first}\nEnergi;${tonnes}\n`);
			const releaseDate = date === null ? null : (parseCalendarDate(date) ?? null);
			const file = { ...own, bytes, head: { ...head, release, releaseDate } };
			const preview = await previewAccountImport(makeContext(database, actors.coordinator), file);
			expect(preview.years[0]?.newerRelease).toBe(release === 'Ny 2026' ? null : 'Ny 2026');
			await applyAccountImport(makeContext(database, actors.coordinator), file);
		}
		const year = (await viewAccounts(reader(), own)).series[0]?.years.at(-1);
		expect(year).toMatchObject({ account: { release: 'Ny 2026' }, sum: { total: { tonnes: 74_600 } } });
		expect(year?.earlier.at(-1)?.account.release).toBe('Gammel 2024');
		const accounts = await database.read('0340', listAccounts);
		expect(freezeAccounts(accounts)[0]?.years.at(-1)?.release).toBe('Ny 2026');
		const all = await database.readPublic(listAllAccounts);
		expect(findNewestAccount(all.get('0340') ?? [])?.release).toBe('Ny 2026');
	});
});
