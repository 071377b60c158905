import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { viewRound } from '../followup/view-round.ts';
import { openRound } from '../round/open-round.ts';
import { listInitiatives } from './list-initiatives.ts';
import { viewInitiative } from './view-initiative.ts';
import { viewMunicipality } from './view-municipality.ts';

let server: TestDatabase;
let database: Database;
const soroe = { municipality: 'soroe' };

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

test('the pages stay with the last public round while another is run, also for those who run it', async () => {
	const [coordinator, reader] = [makeContext(database, actors.coordinator), makeContext(database, actors.reader)];
	const before = await viewMunicipality(reader, soroe);
	await openRound(coordinator, {
		...soroe,
		year: 2024,
		deadline: '2026-12-01',
		askedFields: ['state', 'remark'],
		remarkLimit: 600,
		contact: null,
	});
	for (const context of [coordinator, reader]) {
		const shown = await viewMunicipality(context, soroe);
		expect(shown.rounds.map(({ year }) => year)).toEqual([2023]);
		expect([shown.total, shown.counts]).toEqual([before.total, before.counts]);
		expect((await listInitiatives(context, soroe)).round?.year).toBe(2023);
		expect(await viewInitiative(context, { ...soroe, number: '1' })).toMatchObject({ round: { year: 2023 }, isNewestRound: true });
	}
	expect((await viewRound(coordinator, { ...soroe, year: 2024 })).followUp.round.year).toBe(2024);
	await expect(viewRound(reader, { ...soroe, year: 2024 })).rejects.toMatchObject({ kind: 'not-found', code: 'round.unknown' });
});
