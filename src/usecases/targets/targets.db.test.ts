import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { viewPath } from '../pathway/view-path.ts';
import { removeTarget } from './remove-target.ts';
import { saveTarget, type TypedTarget } from './save-target.ts';
import { saveTargetFrame, type TypedFrame } from './save-target-frame.ts';
import { viewTargets } from './view-targets.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

const municipality = 'soroe';
const coordinator = () => makeContext(database, actors.coordinator);
const view = () => viewTargets(makeContext(database, actors.reader), { municipality });
const version = async () => (await view()).frames.find(({ kind }) => kind === 'geographic')?.version ?? 0;
const path = async () => (await viewPath(makeContext(database, actors.reader), { municipality })).report;

const noFrame: TypedFrame = {
	...{ referenceYear: '', referenceTonnes: '', referenceGases: 'CO2e', referenceGwpSet: '', referenceMethod: '', referenceSource: '' },
	...{ referenceUncertainty: '', baseAccount: '', baseYear: '', baseSource: '', counts: '' },
};
const stated: TypedFrame = {
	...noFrame,
	referenceYear: '1990',
	referenceTonnes: '310.000',
	referenceUncertainty: '10',
	referenceSource: 'Notat',
};
const target: TypedTarget = {
	step: 'main',
	year: '2030',
	perCent: '70',
	tonnes: '',
	gases: 'CO2e',
	boundary: 'Området',
	source: 'Byrådet',
};
const saveFrame = async (frame: TypedFrame, shown?: number) =>
	saveTargetFrame(coordinator(), { municipality, account: 'geographic', version: shown ?? (await version()), frame });
const save = async (typed: Partial<TypedTarget>, id: string | null = null) =>
	saveTarget(coordinator(), { municipality, account: 'geographic', version: await version(), id, target: { ...target, ...typed } });

test('a reference level and targets are stated, seen by all, and the path is held against them', async () => {
	expect((await path())?.document.illustrative).toContain('reference');
	await saveFrame(stated);
	await save({});
	await save({ step: 'interim', year: '2028', perCent: '', tonnes: '120.000' });
	await save({ step: 'net zero', year: '2035', perCent: '' });
	const seen = await view();
	expect(seen.mayEdit).toBe(false);
	expect(seen.frames[0]?.reference).toMatchObject({ year: 1990, tonnes: 310_000, uncertainty: 10, source: 'Notat' });
	expect(seen.targets.map(({ year, perCent, tonnes }) => [year, perCent, tonnes])).toEqual([
		[2028, null, 120_000],
		[2030, 70, null],
		[2035, null, 0],
	]);
	const document = (await path())?.document;
	expect(document?.illustrative).toEqual(['baseline']);
	expect(document?.scenario.reference?.tonnes).toMatchObject({ low: 279_000, mid: 310_000 });
	expect(document?.scenario.targets?.targets.map(({ year, level }) => [year, level])).toEqual([
		[2028, { tonnes: 120_000 }],
		[2030, { reduction: 0.7 }],
		[2035, { tonnes: 0 }],
	]);
	const history = await server.sql<{ entity: string; action: string; who: string }>(
		`select entity, action, who from change where municipality_code = '0340' and who = 'coordinator' order by id`,
	);
	expect(history.filter(({ entity }) => entity === 'target').map(({ action }) => action)).toEqual(['added', 'added', 'added', 'added']);
	expect(history.filter(({ entity }) => entity === 'scenario').length).toBeGreaterThan(0);
});

test('calculations start from an account that is here, with its own year and source', async () => {
	const account = (await view()).accounts.find(({ kind }) => kind === 'geographic');
	await saveFrame({ ...stated, baseAccount: account!.id });
	expect((await view()).frames[0]?.baseYear).toMatchObject({ year: account!.year, accountId: account!.id });
	expect((await path())?.document.scenario.targets?.start).toEqual({ year: account!.year, tonnes: account!.tonnes });
});

test('whether uptake counts is said with them, and holds until something else is said', async () => {
	const counts = async () => [(await view()).counts, (await path())?.document.scenario.targets?.counts];
	expect(await counts()).toEqual(['net', 'net']);
	await saveFrame({ ...stated, counts: 'gross' });
	expect(await counts()).toEqual(['gross', 'gross']);
	await saveFrame({ ...stated, counts: '' });
	expect(await counts()).toEqual(['gross', 'gross']);
	await saveFrame({ ...stated, counts: 'net' });
	expect(await counts()).toEqual(['net', 'net']);
});

test('a target is changed and taken away, and two who change at once do not undo each other', async () => {
	const shown = await version();
	const first = (await view()).targets[0]!;
	await save({ step: 'interim', year: '2027', perCent: '', tonnes: '125.000' }, first.id);
	expect((await view()).targets[0]).toMatchObject({ id: first.id, year: 2027, tonnes: 125_000 });
	const late = { municipality, account: 'geographic', version: shown } as const;
	await expect(saveTarget(coordinator(), { ...late, id: null, target: { ...target, year: '2040' } })).rejects.toMatchObject({
		code: 'target.changed-meanwhile',
	});
	await expect(removeTarget(coordinator(), { ...late, id: first.id })).rejects.toMatchObject({ code: 'target.changed-meanwhile' });
	await expect(saveFrame(stated, shown)).rejects.toMatchObject({ code: 'target.changed-meanwhile' });
	await removeTarget(coordinator(), { municipality, account: 'geographic', id: first.id, version: await version() });
	expect((await view()).targets).toHaveLength(2);
});

test.each([
	[{ year: '20x0' }, 'target.year-form'],
	[{ year: '' }, 'target.year-missing'],
	[{ perCent: '' }, 'target.nothing-stated'],
	[{ perCent: '1.5' }, 'target.number-form'],
	[{ perCent: '-3' }, 'target.per-cent-form'],
	[{ year: '1989' }, 'target.year-before-reference'],
	[{ year: '2030' }, 'target.same-year'],
	[{ year: '2045', step: 'net zero', perCent: '80' }, 'target.net-zero-not-zero'],
	[{ year: '2045', boundary: ' ' }, 'target.boundary-missing'],
	[{ year: '2045', source: '' }, 'target.source-missing'],
	[{ year: '2045', gases: 'x' }, 'target.gases-missing'],
	[{ year: '2045', step: '' }, 'target.step-missing'],
])('a target with %j is refused', async (wrong, code) => {
	const before = await view();
	await expect(save(wrong)).rejects.toMatchObject({ code });
	expect(await view()).toEqual(before);
});

test.each([
	[{ referenceYear: '' }, 'target.reference-year-missing'],
	[{ referenceYear: '2031' }, 'target.year-before-reference'],
	[{ referenceTonnes: '0' }, 'target.reference-form'],
	[{ referenceSource: '' }, 'target.source-missing'],
	[{ referenceUncertainty: '100' }, 'target.uncertainty-form'],
	[{ baseAccount: '00000000-0000-4000-8000-000000000001' }, 'target.base-unknown'],
	[{ baseSource: 'Plan' }, 'target.base-year-missing'],
	[{ baseYear: '2019' }, 'target.source-missing'],
])('a frame with %j is refused', async (wrong, code) => {
	const before = await view();
	await expect(saveFrame({ ...stated, ...wrong })).rejects.toMatchObject({ code });
	expect(await view()).toEqual(before);
});

test('nobody but a coordinator of the municipality may', async () => {
	for (const actor of [actors.reader, actors.neighbour]) {
		const input = { municipality, account: 'geographic', version: await version() } as const;
		const context = makeContext(database, actor);
		await expect(saveTarget(context, { ...input, id: null, target })).rejects.toMatchObject({ code: 'access.denied' });
		await expect(saveTargetFrame(context, { ...input, frame: stated })).rejects.toMatchObject({ code: 'access.denied' });
	}
});
