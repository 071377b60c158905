import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext, projectRoot } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { checkPlan } from '../followup/check-plan.ts';
import { viewRound } from '../followup/view-round.ts';
import { addExamples, type AddedExamples } from './add-examples.ts';
import { getRegisterJson } from './get-register-json.ts';
import { listInitiatives } from './list-initiatives.ts';
import { listMunicipalities } from './list-municipalities.ts';
import { searchEverything } from './search-everything.ts';
import { viewInitiative } from './view-initiative.ts';
import { viewMunicipality } from './view-municipality.ts';

let test_: TestDatabase;
let database: Database;
let added: AddedExamples;

beforeAll(async () => {
	test_ = await createTestDatabase();
	database = await test_.open();
	added = await addExamples(makeContext(database, actors.installer), { root: projectRoot });
});
afterAll(() => test_.close());

const reader = () => makeContext(database, actors.reader);

describe('the examples', () => {
	test('are loaded once', async () => {
		expect(added).toEqual({ municipalities: 98, accounts: 98, plans: 2, initiatives: 184 });
		const again = await addExamples(makeContext(database, actors.installer), { root: projectRoot });
		expect(again).toEqual({ municipalities: 0, accounts: 0, plans: 0, initiatives: 0 });
	});

	test('are loaded by the installation alone', async () => {
		const context = makeContext(database, actors.coordinator);
		await expect(addExamples(context, { root: projectRoot })).rejects.toMatchObject({ kind: 'forbidden', code: 'access.denied' });
	});
});

test('the front page lists all municipalities, those with a plan first', async () => {
	const entries = await listMunicipalities(reader());
	expect(entries).toHaveLength(98);
	expect(entries.slice(0, 2).map(({ name }) => name)).toEqual(['Ballerup', 'Sorø']);
	expect(entries.at(2)?.name).toBe('Albertslund');
	expect(entries.at(-1)?.name).toBe('Aarhus');
	const soroe = entries[1];
	expect(soroe?.plan).toEqual({ title: 'DK2020-klimahandleplan for Sorø Kommune', periodStart: 2022, periodEnd: 2025, total: 83 });
	expect(soroe?.round?.counts).toEqual({
		progress: { green: 29, yellow: 26, red: 2, white: 23, none: 3 },
		fulfilment: { green: 2, yellow: 27, red: 3, pink: 0, text: 3, none: 48 },
	});
	expect(entries[0]).toMatchObject({ round: null, plan: { total: 101 } });
	expect(entries[2]).toMatchObject({ plan: null, round: null });
});

test('account figures are derived and say from what; a figure without a unit gets no total', async () => {
	const { account, municipality } = await viewMunicipality(reader(), { municipality: '0340' });
	const energy = account.find(({ subject }) => subject === 'energy');
	expect(energy).toMatchObject({ year: 2023, unit: 't CO2e', population: municipality.population, populationYear: 2026 });
	expect(energy?.isDerived).toBe(true);
	expect(energy?.total).toBe((energy?.perInhabitant ?? NaN) * municipality.population);
	expect(account.find(({ subject }) => subject === 'renewable supply')).toMatchObject({ unit: null, total: null });
});

test('the municipality page answers where we stand', async () => {
	const view = await viewMunicipality(reader(), { municipality: 'soroe' });
	expect(view).toMatchObject({ total: 83, comparison: null, round: { year: 2023 } });
	expect(view.sections).toHaveLength(10);
	expect(view.sections.reduce((sum, { total }) => sum + total, 0)).toBe(83);
	expect(view.counts.progress).toEqual({ green: 29, yellow: 26, red: 2, white: 23, none: 3 });
	expect(view.behind.length).toBeGreaterThanOrEqual(2);
	expect(view.findings.length).toBeGreaterThan(20);
	expect(view.plan?.figures.map(({ value }) => value)).toEqual([33980, 72, 3855, 1739]);
	const plain = await viewMunicipality(reader(), { municipality: 'ballerup' });
	expect(plain).toMatchObject({ total: 101, round: null, findings: [], comparison: null });
	expect(await viewMunicipality(reader(), { municipality: 'aarhus' })).toMatchObject({ plan: null, total: 0, sections: [] });
	await expect(viewMunicipality(reader(), { municipality: 'andeby' })).rejects.toMatchObject({
		kind: 'not-found',
		code: 'municipality.unknown',
	});
	await expect(viewMunicipality(reader(), { municipality: `x'; drop table plan --` })).rejects.toMatchObject({ kind: 'not-found' });
});

test('the register filters, counts, searches by Danish stems and sorts', async () => {
	const all = await listInitiatives(reader(), { municipality: 'soroe' });
	expect(all.lines).toHaveLength(83);
	expect(all.lines.slice(18, 22).map(({ initiative }) => initiative.number)).toEqual(['19', '20a', '20b', '21']);
	const red = await listInitiatives(reader(), { municipality: 'soroe', filter: { progress: ['red'] } });
	expect(red).toMatchObject({ total: 83 });
	expect(red.lines).toHaveLength(2);
	expect(red.facets.progress.find(({ value }) => value === 'green')).toEqual({ value: 'green', count: 29, chosen: false });
	const numbers = async (text: string) =>
		(await listInitiatives(reader(), { municipality: 'soroe', text })).lines.map(({ initiative }) => initiative.number);
	const stemmed = await numbers('ladestander');
	expect(stemmed).toEqual(await numbers('LADESTANDERE'));
	expect(stemmed.length).toBeGreaterThan(0);
	expect(await numbers('20a')).toContain('20a');
	expect(await numbers(`';!&|(`)).toHaveLength(83);
	expect(await numbers('og')).toHaveLength(83);
	expect(await numbers('findesikke')).toEqual([]);
	const sorted = await listInitiatives(reader(), { municipality: 'soroe', sort: { by: 'progress', descending: false } });
	expect(sorted.lines[0]?.assessment?.progress).toBe('green');
	expect(sorted.lines.at(-1)?.assessment?.progress).toBeNull();
	await expect(listInitiatives(reader(), { municipality: 'soroe', year: 2019 })).rejects.toMatchObject({ code: 'round.unknown' });
});

test('an initiative shows both colours with the guide, relations both ways, findings and history', async () => {
	const view = await viewInitiative(reader(), { municipality: 'soroe', number: '20A' });
	expect(view.initiative.number).toBe('20a');
	expect(view.legend?.id).toBe('soroe-2023');
	expect(view.history).toHaveLength(1);
	expect(view.changes.map(({ entity, action, reason }) => [entity, action, reason])).toEqual([
		['assessment', 'added', 'example'],
		['initiative', 'added', 'example'],
	]);
	expect([view.previous?.number, view.next?.number]).toEqual(['19', '20b']);
	expect(view.source?.row).toEqual(expect.any(Number));
	const views = await Promise.all(
		Array.from({ length: 19 }, (_, i) => viewInitiative(reader(), { municipality: 'soroe', number: String(i + 1) })),
	);
	expect(views.some(({ relations }) => relations.names.length > 0)).toBe(true);
	const named = views.flatMap(({ relations }) => relations.names).find(({ title }) => title !== null);
	const target = await viewInitiative(reader(), { municipality: 'soroe', number: named?.number ?? '' });
	expect(target.relations.namedBy.length).toBeGreaterThan(0);
	await expect(viewInitiative(reader(), { municipality: 'soroe', number: '999' })).rejects.toMatchObject({ code: 'initiative.unknown' });
});

test('the report and the plan check see the same round', async () => {
	const round = await viewRound(reader(), { municipality: 'soroe', year: 2023 });
	expect(round.followUp.lines).toHaveLength(83);
	expect(round.changedAt).toEqual(new Date('2026-03-01T10:00:00Z'));
	const check = await checkPlan(reader(), { municipality: 'soroe' });
	expect(check.findings.map(({ key }) => key)).toEqual(round.findings.map(({ key }) => key));
	expect(check.findings.some(({ rule }) => rule === 'sum-does-not-add-up')).toBe(true);
	await expect(viewRound(reader(), { municipality: 'ballerup', year: 2023 })).rejects.toMatchObject({ code: 'round.unknown' });
});

test('search finds municipalities by name and initiatives by stems, across published plans', async () => {
	const { municipalities, initiatives, total } = await searchEverything(reader(), { text: 'klimatilpasning' });
	expect(municipalities).toEqual([]);
	expect(new Set(initiatives.map(({ municipality }) => municipality.name))).toContain('Ballerup');
	expect(total).toBe(initiatives.length);
	expect((await searchEverything(reader(), { text: 'sorø' })).municipalities.map(({ slug }) => slug)).toEqual(['soroe']);
	expect((await searchEverything(reader(), { text: 'Sorø Kommune' })).municipalities).toHaveLength(1);
	expect(await searchEverything(reader(), { text: '  ' })).toEqual({
		text: '',
		municipalities: [],
		initiatives: [],
		total: 0,
		isMore: false,
	});
});

test('an unpublished plan is seen by its coordinator and by nobody else', async () => {
	await test_.sql(`update plan set is_public = false where municipality_code = '0151'`);
	expect(await viewMunicipality(reader(), { municipality: 'ballerup' })).toMatchObject({ plan: null });
	expect(await viewMunicipality(makeContext(database, actors.neighbour), { municipality: 'ballerup' })).toMatchObject({ total: 101 });
	expect((await listMunicipalities(reader())).find(({ slug }) => slug === 'ballerup')).toMatchObject({ plan: null });
	expect(
		(await searchEverything(reader(), { text: 'klimatilpasning' })).initiatives.map(({ municipality }) => municipality.name),
	).not.toContain('Ballerup');
	expect(JSON.parse(Buffer.from((await getRegisterJson(reader(), { municipality: 'ballerup' })).bytes).toString())).toMatchObject({
		plan: null,
		initiatives: [],
	});
	await test_.sql(`update plan set is_public = true where municipality_code = '0151'`);
	expect(await viewMunicipality(reader(), { municipality: 'ballerup' })).toMatchObject({ total: 101 });
});

test('the register as JSON has the fields of the reader’s JSON', async () => {
	const { bytes, etag } = await getRegisterJson(reader(), { municipality: 'soroe' });
	const register = JSON.parse(Buffer.from(bytes).toString('utf8'));
	expect(etag).toMatch(/^"[\w-]+"$/);
	expect(register).toMatchObject({ municipality: { code: '0340', name: 'Sorø' }, plan: { periodStart: 2022 }, round: { year: 2023 } });
	expect(register.initiatives).toHaveLength(83);
	const view = await listInitiatives(reader(), { municipality: 'soroe' });
	for (const [i, line] of view.lines.entries()) {
		const { initiative, assessment } = line;
		expect(register.initiatives[i]).toMatchObject({
			number: initiative.number,
			title: initiative.title,
			startDate: initiative.startDate,
			progress: assessment?.progress ?? null,
			remark: assessment?.remark ?? null,
		});
	}
});
