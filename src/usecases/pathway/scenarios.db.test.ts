import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { adoptScenario } from './adopt-scenario.ts';
import { copyScenario } from './copy-scenario.ts';
import { hasPath } from './has-path.ts';
import { listScenarios } from './list-scenarios.ts';
import { removeMeasure } from './remove-measure.ts';
import { removeScenario } from './remove-scenario.ts';
import { saveMeasure } from './save-measure.ts';
import { saveScenario } from './save-scenario.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

const coordinator = () => makeContext(database, actors.coordinator);
const municipality = 'soroe';
const list = async () => (await listScenarios(coordinator(), { municipality })).scenarios;
const history = () =>
	server.sql<{ action: string; reason: string; before: object; after: object }>(
		`select action, reason, before, after from change where municipality_code = '0340' and entity = 'scenario' order by id`,
	);

test('the example has the path of the plan, and both example municipalities have one', async () => {
	const [plan] = await list();
	expect(plan).toMatchObject({ kind: 'plan', version: 1, title: 'Sorøs plan i ton' });
	expect(plan?.document.standings).toMatchObject([{ measure: 'moerup', start: 2026 }]);
	expect(await hasPath(coordinator(), { municipality })).toBe(true);
	expect(await hasPath(coordinator(), { municipality: 'slagelse' })).toBe(false);
	const neighbours = await listScenarios(makeContext(database, actors.neighbour), { municipality: 'ballerup' });
	expect(neighbours.scenarios).toHaveLength(1);
});

test('a copy is edited, and the history holds what was changed and no more', async () => {
	const [plan] = await list();
	const id = await copyScenario(coordinator(), { municipality, id: plan!.id, title: '  Hvad  nu hvis ', edit: null });
	const edit = { measures: [{ measure: 'moerup', start: 2028, full: 2029, realisation: 0.5 }], order: ['moerup', 'vedde'] };
	await saveScenario(coordinator(), { municipality, id, version: 1, title: 'Mørup senere', edit });
	const saved = (await list()).find((each) => each.id === id);
	expect(saved).toMatchObject({ kind: 'what if', version: 2, title: 'Mørup senere', who: 'coordinator' });
	const { measures, order } = saved!.document.scenario;
	expect(measures.find((measure) => measure.id === 'moerup')).toMatchObject({ timing: { start: 2028, full: 2029 }, realisation: 0.5 });
	expect(order).toHaveLength(measures.length);
	expect(order?.slice(0, 2)).toEqual(['moerup', 'vedde']);
	expect(Object.keys((await history()).at(-1)?.after ?? {}).sort()).toEqual(['measure moerup', 'order', 'title']);
	await expect(saveScenario(coordinator(), { municipality, id, version: 1, title: 'x', edit })).rejects.toMatchObject({
		code: 'scenario.changed-meanwhile',
	});
	const other = await copyScenario(coordinator(), { municipality, id: plan!.id, title: 'Direkte', edit });
	const { scenario: direct, ...beside } = (await list()).find((each) => each.id === other)!.document;
	expect({ ...beside, scenario: { ...direct, title: 'Mørup senere' } }).toEqual(saved?.document);
	await removeScenario(coordinator(), { municipality, id: other });
	await removeScenario(coordinator(), { municipality, id });
	expect(await list()).toHaveLength(1);
	expect((await history()).map(({ action, reason }) => [action, reason])).toEqual([
		['added', 'example'],
		['added', 'edit'],
		['changed', 'edit'],
		['added', 'edit'],
		['removed', 'edit'],
		['removed', 'edit'],
	]);
});

test('a what-if becomes the path of the plan, which is kept in its place, and the change can be taken back', async () => {
	const [plan] = await list();
	const id = await copyScenario(coordinator(), { municipality, id: plan!.id, title: 'Mørup senere', edit: null });
	const edit = { measures: [{ measure: 'moerup', start: 2028, full: 2029, realisation: 0.5 }], order: [] };
	const adopt = (version: number, scenario = id) =>
		adoptScenario(coordinator(), { municipality, scenario: { id: scenario, version }, edit: null, earlierTitle: 'Planens sti før' });
	await expect(adopt(7)).rejects.toMatchObject({ code: 'scenario.changed-meanwhile' });
	await expect(adopt(1, plan!.id)).rejects.toMatchObject({ code: 'scenario.is-plan' });
	await adoptScenario(coordinator(), { municipality, scenario: { id, version: 1 }, edit, earlierTitle: 'Planens sti før' });
	const find = async (wanted: string) => (await list()).find((each) => each.id === wanted);
	const start = async (wanted: string) =>
		(await find(wanted))?.document.scenario.measures.find((measure) => measure.id === 'moerup')?.timing.start;
	expect([await start(plan!.id), await start(id)]).toEqual([2028, 2025]);
	expect(await find(plan!.id)).toMatchObject({ kind: 'plan', title: plan!.title, document: { scenario: { title: plan!.title } } });
	expect(await find(id)).toMatchObject({ kind: 'what if', title: 'Planens sti før', document: { scenario: { title: 'Planens sti før' } } });
	expect((await history()).slice(-2).map(({ after }) => Object.keys(after))).toEqual([['measure moerup'], ['title']]);
	await adopt(2);
	expect((await find(plan!.id))?.document).toEqual(plan!.document);
	// What is told of how measures stand is told of the plan's path, whichever it is.
	await server.sql(`update scenario set document = jsonb_set(document, '{standings}', '[]') where id = '${id}'`);
	await adopt(3);
	expect((await find(plan!.id))?.document.standings).toEqual(plan!.document.standings);
	// So is when one came that was taken in later.
	await server.sql(`update scenario set document = jsonb_set(document, '{takenIn}', '{"moerup": 2023}') where id = '${plan!.id}'`);
	await adopt(4);
	expect((await find(plan!.id))?.document.takenIn).toEqual({ moerup: 2023 });
	await server.sql(`update scenario set document = document - 'takenIn' where id = '${plan!.id}'`);
	await removeScenario(coordinator(), { municipality, id });
});

test('what becomes the path of the plan keeps what the plan says, and takes back what the plan lacks', async () => {
	const [plan] = await list();
	const id = await copyScenario(coordinator(), { municipality, id: plan!.id, title: 'Uden Mørup', edit: null });
	const find = async (wanted: string) => (await list()).find((each) => each.id === wanted)!;
	const adopt = async () => {
		const { version } = await find(id);
		await adoptScenario(coordinator(), { municipality, scenario: { id, version }, edit: null, earlierTitle: 'Planens sti før' });
	};
	await removeMeasure(coordinator(), { municipality, scenario: { id, version: 1 }, measureId: 'moerup' });
	await adopt();
	expect((await find(plan!.id)).document.standings).toEqual([]);
	await adopt();
	expect((await find(plan!.id)).document).toEqual(plan!.document);
	// What comes instead of one is kept, also while it is not there.
	const instead = { ...plan!.document.standings[0]!, measure: 'kollektiv', isDropped: true, start: null, replacedBy: 'moerup' };
	const replaced = { ...plan!.document, standings: [...plan!.document.standings, instead] };
	await server.sql(`update scenario set document = '${JSON.stringify(replaced)}' where id = '${plan!.id}'`);
	await adopt();
	expect((await find(plan!.id)).document.standings).toEqual([instead]);
	await adopt();
	expect((await find(plan!.id)).document.standings).toEqual(expect.arrayContaining([instead]));
	await server.sql(`update scenario set document = '${JSON.stringify(plan!.document)}' where id = '${plan!.id}'`);
	// What the plan counts as decided since the what-if was saved is so afterwards; what only the what-if has came as it says.
	const { scenario } = plan!.document;
	const extra = { ...scenario.measures[0]!, id: 'ny', title: 'Nyt', relations: [] };
	const tried = {
		...plan!.document,
		scenario: { ...scenario, measures: [...scenario.measures, extra] },
		takenIn: { moerup: 2023, ny: 2023 },
	};
	await server.sql(`update scenario set document = '${JSON.stringify(tried)}' where id = '${id}'`);
	await adopt();
	expect((await find(plan!.id)).document.takenIn).toEqual({ ny: 2023 });
	await adopt();
	expect((await find(plan!.id)).document).toEqual(plan!.document);
	await removeScenario(coordinator(), { municipality, id });
});

test('a copy keeps its name when its measures or its basis are changed', async () => {
	const [plan] = await list();
	const id = await copyScenario(coordinator(), { municipality, id: plan!.id, title: 'Uden Mørup', edit: null });
	const find = async () => (await list()).find((each) => each.id === id)!;
	const measure = (await find()).document.scenario.measures[0]!;
	await saveMeasure(coordinator(), {
		municipality,
		scenario: await find(),
		place: 'measures',
		measure: { ...measure, realisation: 0.5 },
		isNew: false,
	});
	expect((await find()).title).toBe('Uden Mørup');
	expect((await find()).document.scenario.title).toBe('Uden Mørup');
	await removeScenario(coordinator(), { municipality, id });
});

test('what cannot be is refused, and nothing is saved', async () => {
	const [plan] = await list();
	const save = (measures: object[], more: object = {}) =>
		saveScenario(coordinator(), {
			municipality,
			id: plan!.id,
			version: plan!.version,
			title: 'x',
			edit: { measures: measures as [], order: [] },
			...more,
		});
	const edit = { measure: 'moerup', start: 2028, full: 2029, realisation: 0.5 };
	for (const wrong of [{ start: 2030 }, { start: 2028.5 }, { realisation: 1.1 }, { realisation: Number.NaN }])
		await expect(save([{ ...edit, ...wrong }])).rejects.toMatchObject({ kind: 'invalid', code: 'scenario.value-form' });
	await expect(save([{ ...edit, measure: 'x' }])).rejects.toMatchObject({ code: 'measure.unknown' });
	await expect(save([], { title: ' ' })).rejects.toMatchObject({ code: 'scenario.title-missing' });
	await expect(save([], { id: 'x' })).rejects.toMatchObject({ code: 'scenario.unknown' });
	await expect(removeScenario(coordinator(), { municipality, id: plan!.id })).rejects.toMatchObject({ code: 'scenario.plan-stays' });
	await expect(
		copyScenario(makeContext(database, actors.reader), { municipality, id: plan!.id, title: 'x', edit: null }),
	).rejects.toMatchObject({
		code: 'access.denied',
	});
	expect(await list()).toEqual([plan]);
});

test('whether there is a path is asked of the database only when something has changed, and is never older than the last change', async () => {
	let reads = 0;
	const counting: Database = { ...database, read: (tenant, work) => ((reads += 1), database.read(tenant, work)) };
	const ask = () => hasPath(makeContext(counting, actors.reader), { municipality });
	expect([await ask(), await ask(), reads]).toEqual([true, true, 1]);
	await database.write('0340', (tx) => tx.db.execute("delete from scenario where kind = 'plan'"));
	expect([await ask(), await ask(), reads]).toEqual([false, false, 2]);
});
