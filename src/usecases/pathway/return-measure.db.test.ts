import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { prepareShortPlan } from '../../../test/example-database.ts';
import { publishRound } from '../reports/publish-round.ts';
import { copyScenario } from './copy-scenario.ts';
import { returnMeasure } from './return-measure.ts';
import { saveMeasure } from './save-measure.ts';
import { viewPath } from './view-path.ts';
import { viewPathDesk } from './view-path-desk.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
	server = await createTestDatabase(await prepareShortPlan());
	database = await server.open();
	// A report that was published before anything is taken in.
	await publishRound(coordinator(), { municipality, year: 2023 });
});
afterAll(() => server.close());

const municipality = 'soroe';
const coordinator = () => makeContext(database, actors.coordinator);
const list = async () => (await viewPathDesk(coordinator(), { municipality })).scenarios;
const findPlan = async () => (await list()).find(({ kind }) => kind === 'plan')!;
const pathOf = async () => (await viewPath(coordinator(), { municipality })).report?.gap.standing.pathway;

async function takeIn() {
	const { id, version, document } = await findPlan();
	const measure = document.candidates[0]!;
	const input = { municipality, scenario: { id, version }, place: 'candidates', isNew: false, takenIn: 'later' } as const;
	await saveMeasure(coordinator(), { ...input, measure });
	return measure.id;
}

async function giveBack(measureId: string, context = coordinator()) {
	const { id, version } = await findPlan();
	return returnMeasure(context, { municipality, scenario: { id, version }, measureId });
}

test('a measure that was taken in goes back to the candidates, and the path is what it was', async () => {
	const [before, path] = [await findPlan(), await pathOf()];
	const id = await takeIn();
	expect(await pathOf()).not.toEqual(path);
	for (const actor of [actors.reader, actors.neighbour])
		await expect(giveBack(id, makeContext(database, actor))).rejects.toMatchObject({ code: 'access.denied' });
	await giveBack(id);
	const { document } = await findPlan();
	expect(document.takenIn).toEqual({});
	expect(document.scenario.measures).toEqual(before.document.scenario.measures);
	expect(document.scenario.order).toEqual(before.document.scenario.order);
	expect(document.candidates.map((each) => each.id).sort()).toEqual(before.document.candidates.map((each) => each.id).sort());
	expect(await pathOf()).toEqual(path);
	const [last] = await server.sql<{ before: object; after: object; who: string }>(
		`select before, after, who from change where municipality_code = '0340' and entity = 'scenario' order by id desc limit 1`,
	);
	expect(last).toMatchObject({
		before: { [`measure ${id}`]: { id } },
		after: { [`measure ${id}`]: null, takenIn: {} },
		who: 'coordinator',
	});
});

test('one that was never taken in cannot', async () => {
	const { document } = await findPlan();
	await expect(giveBack(document.scenario.measures[0]!.id)).rejects.toMatchObject({ kind: 'conflict', code: 'measure.not-taken-in' });
	await expect(giveBack(document.candidates[0]!.id)).rejects.toMatchObject({ kind: 'not-found', code: 'measure.unknown' });
});

test('it stays where a published round counts it, and in a what-if none does', async () => {
	const id = await takeIn();
	await server.sql(`
		insert into status_round (municipality_code, plan_id, year, title, status_date, source, is_public, changed_at)
			select municipality_code, plan_id, 2024, 'Status 2024', '2024-05-01', 'Prøve', true, changed_at
			from status_round where municipality_code = '0340' and year = 2023;
		insert into assessment (municipality_code, plan_id, year, initiative_id, state, state_text, progress, fulfilment, fulfilment_text, remark, source, changed_at)
			select municipality_code, plan_id, 2024, initiative_id, state, state_text, progress, fulfilment, fulfilment_text, remark, source, changed_at
			from assessment where municipality_code = '0340' and year = 2023`);
	const counted = { kind: 'conflict', code: 'measure.counted', details: { year: 2024 } };
	await expect(giveBack(id)).rejects.toMatchObject(counted);
	await publishRound(coordinator(), { municipality, year: 2024 });
	await expect(giveBack(id)).rejects.toMatchObject(counted);
	const plan = await findPlan();
	// A report of the very round it counts from, published after it was taken in, counts it too.
	await server.sql(`update scenario set document = jsonb_set(document, '{takenIn}', '{"${id}": 2024}') where id = '${plan.id}'`);
	await expect(giveBack(id)).rejects.toMatchObject(counted);
	const copy = await copyScenario(coordinator(), { municipality, id: plan.id, title: 'Uden den', edit: null });
	const { version } = (await list()).find((each) => each.id === copy)!;
	await returnMeasure(coordinator(), { municipality, scenario: { id: copy, version }, measureId: id });
	const after = (await list()).find((each) => each.id === copy)!.document;
	expect(after.candidates.some((each) => each.id === id)).toBe(true);
});

test('a later round whose report is without it does not hold it', async () => {
	const id = await takeIn();
	const plan = await findPlan();
	// As it is with one that comes from a what-if, where it was taken in long before.
	await server.sql(`update scenario set document = jsonb_set(document, '{takenIn,${id}}', '2023') where id = '${plan.id}'`);
	await giveBack(id);
	expect((await findPlan()).document.candidates.some((each) => each.id === id)).toBe(true);
});
