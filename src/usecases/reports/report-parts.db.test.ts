import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import type { Context } from '../context.ts';
import { viewRound } from '../followup/view-round.ts';
import { publishRound } from './publish-round.ts';
import { renderReport } from './render-report.ts';
import { setTags } from './set-tags.ts';

const place = { municipality: 'soroe', year: 2023 };
const numbersOf = (view: Awaited<ReturnType<typeof viewRound>>) => view.content.lines.map(({ initiative }) => initiative.number);

let server: TestDatabase;
let database: Database;
let coordinator: Context;
let reader: Context;

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
	coordinator = makeContext(database, actors.coordinator);
	reader = makeContext(database, actors.reader);
	const tag = (numbers: string[], kind: 'committee' | 'theme' | 'sdg', values: string[]) =>
		setTags(coordinator, { municipality: 'soroe', numbers, kind, values, how: 'add' });
	await tag(['1', '4', '23'], 'committee', ['Teknik og Miljø']);
	await tag(['1', '2'], 'sdg', ['13', '7']);
	await tag(['23'], 'theme', ['Cykler']);
	await server.sql(`insert into organisation_unit (municipality_code, id, name, changed_at) values ('0340', gen_random_uuid(), 'Vej og park', now());
		insert into initiative_unit (municipality_code, plan_id, initiative_id, unit_id)
		select i.municipality_code, i.plan_id, i.id, u.id from initiative i join organisation_unit u using (municipality_code)
		where i.municipality_code = '0340' and i.number in ('23', '34') and u.name = 'Vej og park'
		on conflict (municipality_code, plan_id, initiative_id) do update set unit_id = excluded.unit_id`);
});
afterAll(() => server.close());

describe('tags', () => {
	test('are set for many at once, with their history, and not for those that have them', async () => {
		const again = { municipality: 'soroe', numbers: ['1', '4'], kind: 'committee', values: ['Teknik og Miljø'], how: 'add' } as const;
		expect(await setTags(coordinator, again)).toEqual({ changed: 0 });
		const [change] = await server.sql<{ before: unknown; after: unknown }>(
			`select before, after from change where after ? 'sdg' order by id limit 1`,
		);
		expect(change).toEqual({ before: { sdg: [] }, after: { sdg: ['7', '13'] } });
	});

	test.each([
		['tag.sdg-form', { kind: 'sdg', values: ['18'], numbers: ['1'] }],
		['tag.nothing-chosen', { kind: 'theme', values: ['Varme'], numbers: [] }],
		['tag.too-long', { kind: 'theme', values: ['x'.repeat(121)], numbers: ['1'] }],
		['initiative.unknown', { kind: 'theme', values: ['Varme'], numbers: ['999'] }],
	] as const)('are refused: %s', async (code, input) => {
		await expect(setTags(coordinator, { municipality: 'soroe', how: 'add', ...input })).rejects.toMatchObject({ code });
	});

	test('are set by nobody but who may edit the plan', async () => {
		const input = { municipality: 'soroe', numbers: ['1'], kind: 'theme', values: ['x'], how: 'add' } as const;
		await expect(setTags(reader, input)).rejects.toMatchObject({ code: 'access.denied' });
		await expect(setTags(makeContext(database, actors.neighbour), input)).rejects.toMatchObject({ code: 'access.denied' });
	});
});

describe('a part of a report', () => {
	test.each([
		[{ kind: 'committee', value: 'teknik og miljø' }, ['1', '4', '23']],
		[{ kind: 'sdg', value: '13' }, ['1', '2']],
		[{ kind: 'theme', value: 'Cykler' }, ['23']],
		[{ kind: 'unit', value: 'Vej og park' }, ['23', '34']],
	] as const)('%j has its initiatives, its own figures and the hash of the whole', async (part, numbers) => {
		const whole = await viewRound(reader, place);
		const view = await viewRound(reader, { ...place, part });
		expect(numbersOf(view)).toEqual(numbers);
		expect(view.report.summary.total).toBe(numbers.length);
		expect(view.hash).toBe(whole.hash);
		expect(view.report.part).toBeTruthy();
		expect(view.findings.every(({ number }) => number !== null && numbers.some((one) => one === number))).toBe(true);
	});

	test('by section adds up to the whole', async () => {
		const { parts } = await viewRound(reader, place);
		const sections = parts.filter(({ kind }) => kind === 'section');
		expect(sections.length).toBeGreaterThan(5);
		const views = await Promise.all(sections.map((part) => viewRound(reader, { ...place, part })));
		expect(views.map(({ content }) => content.lines.length)).toEqual(sections.map(({ count }) => count));
		expect(views.flatMap(numbersOf)).toHaveLength(83);
	});

	test('is a file of its own, named apart, that says what it is', async () => {
		const part = { kind: 'committee', value: 'Teknik og Miljø' } as const;
		const csv = await renderReport(reader, { ...place, format: 'csv', layout: 'landscape', locale: 'da', part });
		expect(csv.fileName).toBe('soroe-status-2023-teknik-og-miljoe.csv');
		expect(Buffer.from(csv.bytes).toString('utf8').trimEnd().split('\r\n')).toHaveLength(4);
		const json = await renderReport(reader, { ...place, format: 'json', layout: 'landscape', locale: 'da', part });
		expect(JSON.parse(Buffer.from(json.bytes).toString('utf8'))).toMatchObject({ part: { ...part, of: json.hash } });
		const unknown = { ...place, format: 'csv', layout: 'landscape', locale: 'da', part: { kind: 'theme', value: 'Intet' } } as const;
		await expect(renderReport(reader, unknown)).rejects.toMatchObject({ code: 'report.part-unknown' });
	});

	test('is of the frozen content once the round is published, whatever becomes of the tags', async () => {
		const part = { kind: 'theme', value: 'Cykler' } as const;
		await publishRound(coordinator, place);
		const before = await renderReport(reader, { ...place, format: 'pdf', layout: 'portrait', locale: 'da', part });
		await setTags(coordinator, { municipality: 'soroe', numbers: ['23'], kind: 'theme', values: [], how: 'replace' });
		await server.sql(
			`update initiative set title = 'Andet' where number = '23' and municipality_code = '0340'; update organisation_unit set name = 'Ny enhed' where name = 'Vej og park'`,
		);
		const after = await renderReport(reader, { ...place, format: 'pdf', layout: 'portrait', locale: 'da', part });
		expect(after.hash).toBe(before.hash);
		expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true);
		expect(numbersOf(await viewRound(reader, { ...place, part: { kind: 'unit', value: 'Vej og park' } }))).toEqual(['23', '34']);
		const first = { ...place, format: 'pdf', layout: 'portrait', locale: 'da', sheet: 'changes' } as const;
		await expect(renderReport(reader, first)).rejects.toMatchObject({ code: 'report.no-changes' });
	});
});
