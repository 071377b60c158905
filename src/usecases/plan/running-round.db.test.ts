import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { viewRound } from '../followup/view-round.ts';
import { getTags, readPlanRecord } from './plan-record.ts';
import { getRegisterJson } from './get-register-json.ts';
import { openRound } from '../round/open-round.ts';
import { setTags } from '../reports/set-tags.ts';
import { renderReport } from '../reports/render-report.ts';
import { renderRegister } from '../reports/render-register.ts';
import { listInitiatives } from './list-initiatives.ts';
import { viewInitiative } from './view-initiative.ts';
import { viewMunicipality } from './view-municipality.ts';

let server: TestDatabase;
let database: Database;
const soroe = { municipality: 'soroe' };

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
	await server.sql(`insert into initiative_tag (municipality_code, plan_id, initiative_id, kind, value)
		select municipality_code, plan_id, id, kind, value from initiative,
			(values ('sdg', '13'), ('theme', 'Energi'), ('sdg', '7'), ('committee', 'Teknik')) as tag (kind, value)
		where municipality_code = '0340' and number = '9'`);
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

test('what is tagged while a round runs is hidden until it is published, and the rounds before keep what they had', async () => {
	const [coordinator, reader] = [makeContext(database, actors.coordinator), makeContext(database, actors.reader)];
	const tag = { ...soroe, numbers: ['7'], how: 'replace' } as const;
	await setTags(coordinator, { ...tag, kind: 'committee', values: ['Nyt udvalg'] });
	await setTags(coordinator, { ...tag, kind: 'theme', values: ['Nyt tema'] });
	const decode = (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes);
	const readFiles = async (year: number) => [
		decode((await getRegisterJson(reader, soroe)).bytes),
		...(await Promise.all(
			(['csv', 'json'] as const).map(async (format) => decode((await renderRegister(reader, { ...soroe, format, locale: 'da' })).bytes)),
		)),
		...(await Promise.all(
			(['csv', 'json'] as const).map(async (format) =>
				decode((await renderReport(reader, { ...soroe, year, format, layout: 'landscape', locale: 'da' })).bytes),
			),
		)),
	];
	for (const text of await readFiles(2023)) expect(text).not.toMatch(/Nyt (udvalg|tema)/);
	const { old, own, orders } = await database.read('0340', async (tx) => {
		const { stored } = await readPlanRecord(tx, { publicOnly: false });
		const id = stored?.initiatives.find(({ content }) => content.number === '7')?.id ?? '';
		const values = (year: number) =>
			stored &&
			getTags(stored, year)
				.get(id)
				?.map(({ value }) => value);
		const other = stored?.initiatives.find(({ content }) => content.number === '9')?.id ?? '';
		const orders = [2023, 2024].map((year) => stored && getTags(stored, year).get(other));
		return { old: values(2023), own: values(2024), orders };
	});
	expect(old ?? []).not.toContain('Nyt udvalg');
	expect(own).toEqual(expect.arrayContaining(['Nyt udvalg', 'Nyt tema']));
	// The same tags stand in the same order, kept with a round or not: a report's hash is not another for that.
	expect(orders[0]?.map(({ value }) => value)).toEqual(['Teknik', 'Energi', '7', '13']);
	expect(orders[1]).toEqual(orders[0]);
	await server.sql(`update round_run set stage = 'published' where municipality_code = '0340'`);
	await server.sql(`update status_round set is_public = true where municipality_code = '0340' and year = 2024`);
	expect(decode((await getRegisterJson(reader, soroe)).bytes)).toContain('Nyt udvalg');
});
