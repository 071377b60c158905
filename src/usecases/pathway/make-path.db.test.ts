import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BasisCell, PathBasis } from '#domain/followup/edit-basis.ts';
import { proposeCells } from '#domain/followup/propose-cells.ts';
import { readPathDocument } from '#domain/followup/path-document.ts';
import type { Measure } from '#domain/pathway/model.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { readExamplePath } from '../../../test/soroe-path.ts';
import { saveTarget } from '../targets/save-target.ts';
import { removeMeasure } from './remove-measure.ts';
import { saveBasis } from './save-basis.ts';
import { removeStanding } from './remove-standing.ts';
import { saveMeasure } from './save-measure.ts';
import { saveStanding } from './save-standing.ts';
import { viewPath } from './view-path.ts';
import { viewPathDesk } from './view-path-desk.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
	// The municipality with its plan, its account and its follow-up, as if nobody had made its path.
	await server.sql(`delete from scenario where municipality_code = '0340'`);
});
afterAll(() => server.close());

const municipality = 'soroe';
const coordinator = () => makeContext(database, actors.coordinator);
const desk = () => viewPathDesk(coordinator(), { municipality });
const key = async () => {
	const [plan] = (await desk()).scenarios;
	return { id: plan!.id, version: plan!.version };
};
const example = readExamplePath('soroe');
const { firstYear, lastYear, gwpSet, baseline, discountRates } = example.scenario;

async function makeBasis(): Promise<PathBasis> {
	const account = (await desk()).accounts.at(-1);
	const cells = proposeCells(account!).map(({ sector, unit, activity, factor, isRemoval, gwpSet: set }): BasisCell => ({
		...{ place: null, sector, carrier: 'samlet', unit, activity, kg: { co2e: factor }, gwpSet: set, spread: 0.15, isRemoval },
		...{ source: 'Regnskabet', year: null, validTo: null, basis: 'direct' },
	}));
	return { firstYear, lastYear, gwpSet, baseline, discountRates, cells, isIllustrative: true };
}

const put = async (measure: Measure, isNew = true, place: 'measures' | 'candidates' = 'measures') =>
	saveMeasure(coordinator(), { municipality, scenario: await key(), place, measure, isNew });
const find = (id: string) => example.scenario.measures.find((measure) => measure.id === id)!;
const inEnergy = (id: string): Measure => ({ ...find(id), effects: [{ ...(find(id).effects[0] as object), sector: 'energy' } as never] });

test('a path is begun from the account of the base year and the targets that are decided', async () => {
	expect((await viewPath(coordinator(), { municipality })).report).toBeNull();
	const target = { step: 'main', year: '2030', perCent: '', tonnes: '90.000', gases: 'CO2e', boundary: 'Området', source: 'Byrådet' };
	const { frames } = await viewPath(coordinator(), { municipality });
	const version = frames[0]?.version ?? 0;
	await saveTarget(coordinator(), { municipality, account: 'geographic', version, id: null, target });
	await saveBasis(coordinator(), { municipality, scenario: null, title: 'Sorøs plan i ton', basis: await makeBasis() });
	const { report } = await viewPath(coordinator(), { municipality });
	expect(report?.document.illustrative).toEqual(['baseline']);
	// The three sectors of Sorø's account: the numbers of the shipped example.
	expect(report?.document.scenario.cells.map(({ activity }) => Math.round(activity as number)).sort()).toEqual([42_805, 71_918, 76_420]);
	expect(report?.target).toMatchObject({ year: 2030, tonnes: 90_000 });
	await expect(saveBasis(coordinator(), { municipality, scenario: null, title: 'To', basis: await makeBasis() })).rejects.toMatchObject({
		code: 'scenario.plan-exists',
	});
});

test('measures are added one by one, changed and taken away, each with its version and its history', async () => {
	await put(inEnergy('vedde'));
	await put(inEnergy('moerup'));
	const shown = await key();
	await put({ ...inEnergy('vedde'), title: 'Sol ved Vedde' }, false);
	const [plan] = (await desk()).scenarios;
	expect(plan?.document.scenario.measures.map(({ title }) => title)).toEqual(['Sol ved Vedde', 'Solcelleanlæg ved Mørup']);
	const late = { municipality, scenario: shown };
	await expect(removeMeasure(coordinator(), { ...late, measureId: 'vedde' })).rejects.toMatchObject({ code: 'scenario.changed-meanwhile' });
	await put({ ...inEnergy('vedde'), id: 'tredje', relations: [{ kind: 'counted inside', measure: 'vedde' }] });
	await expect(removeMeasure(coordinator(), { ...late, scenario: await key(), measureId: 'vedde' })).rejects.toMatchObject({
		code: 'measure.needed',
	});
	await removeMeasure(coordinator(), { municipality, scenario: await key(), measureId: 'tredje' });
	const [last] = await server.sql<{ before: object; after: object; who: string }>(
		`select before, after, who from change where municipality_code = '0340' and entity = 'scenario' order by id desc limit 1`,
	);
	expect(last).toMatchObject({ before: { 'measure tredje': { id: 'tredje' } }, after: { 'measure tredje': null }, who: 'coordinator' });
});

test('the slip of initiative 1 is seen in tonnes once it is stated, and gone when it is withdrawn', async () => {
	const gap = async () => (await viewPath(coordinator(), { municipality })).report?.gap;
	const tonnes = async (year: number) => {
		const found = await gap();
		return Math.round(found?.tonnes[found.decided.years.indexOf(year)] ?? Number.NaN);
	};
	expect(await tonnes(2025)).toBe(0);
	const input = { municipality, measureId: 'moerup' };
	const standing = {
		kind: 'delayed',
		since: '2023',
		start: '2026',
		realisation: '',
		replacedBy: '',
		reason: 'Stationen mangler',
		source: '',
	} as const;
	await saveStanding(coordinator(), { ...input, scenario: await key(), standing });
	expect([await tonnes(2025), await tonnes(2026)]).toEqual([23_000, 0]);
	expect((await gap())?.initiatives.map(({ initiative }) => initiative)).toEqual(['1']);
	expect((await desk()).standings?.standings.find(({ measure }) => measure === 'moerup')).toMatchObject({ reason: 'stated', start: 2026 });
	for (const [wrong, code] of [
		[{ kind: undefined }, 'standing.kind-missing'],
		[{ since: '' }, 'standing.since-missing'],
		[{ start: 'snart' }, 'standing.start-form'],
		[{ start: '2020' }, 'standing.not-later'],
		[{ kind: 'reduced', realisation: '120' }, 'standing.realisation-form'],
		[{ kind: 'replaced' }, 'standing.replaced-by-missing'],
		[{ reason: '' }, 'standing.reason-missing'],
	] as const) {
		const refused = saveStanding(coordinator(), { ...input, scenario: await key(), standing: { ...standing, ...wrong } });
		await expect(refused).rejects.toMatchObject({ code });
	}
	await removeStanding(coordinator(), { ...input, scenario: await key(), since: 2023 });
	expect(await tonnes(2025)).toBe(0);
});

test('the basis is changed, and what the form does not show stays', async () => {
	const [plan] = (await desk()).scenarios;
	const basis = await makeBasis();
	const cells = basis.cells.map((cell, place) => ({ ...cell, place, factor: null, spread: null }));
	await saveBasis(coordinator(), { municipality, scenario: await key(), title: 'Andet', basis: { ...basis, cells } });
	const [after] = (await desk()).scenarios;
	expect(after?.title).toBe('Andet');
	expect(after?.document.scenario.cells.map(({ factor }) => factor.kg)).toEqual(
		plan?.document.scenario.cells.map(({ factor }) => factor.kg),
	);
	expect(after?.document.scenario.cells[0]?.activitySpread).toBeNull();
	expect(after?.document.scenario.measures).toEqual(plan?.document.scenario.measures);
});

test('what cannot be is refused, and nothing is saved', async () => {
	const before = (await desk()).scenarios;
	const basis = await makeBasis();
	const save = (more: Partial<PathBasis>) =>
		key().then((scenario) => saveBasis(coordinator(), { municipality, scenario, title: 'x', basis: { ...basis, ...more } }));
	await expect(save({ cells: [] })).rejects.toMatchObject({ kind: 'invalid', code: 'scenario.form' });
	await expect(save({ lastYear: 2000 })).rejects.toMatchObject({ code: 'scenario.form' });
	await expect(put({ ...find('vedde'), realisation: 2 }, false)).rejects.toMatchObject({ code: 'scenario.form' });
	await expect(put(find('vedde'))).rejects.toMatchObject({ code: 'measure.duplicate' });
	for (const actor of [actors.reader, actors.neighbour]) {
		const context = makeContext(database, actor);
		const scenario = await key();
		await expect(viewPathDesk(context, { municipality })).rejects.toMatchObject({ code: 'access.denied' });
		await expect(saveBasis(context, { municipality, scenario: null, title: 'x', basis })).rejects.toMatchObject({ code: 'access.denied' });
		await expect(removeMeasure(context, { municipality, scenario, measureId: 'vedde' })).rejects.toMatchObject({ code: 'access.denied' });
	}
	expect((await desk()).scenarios).toEqual(before);
	expect(readPathDocument(before[0]!.document)).toEqual(before[0]!.document);
});

test('a candidate is offered where something has to be replaced, and counts once it is taken in', async () => {
	const more = { ...inEnergy('fjernvarme'), id: 'mere', title: 'Mere fjernvarme' };
	await put(more, true, 'candidates');
	const { report } = await viewPath(coordinator(), { municipality });
	expect(report?.duty.candidates.some(({ measure }) => measure.id === 'mere')).toBe(true);
	expect(report?.gap.decided.measures.some(({ measure }) => measure === 'mere')).toBe(false);
	const input = { municipality, scenario: await key(), place: 'candidates', isNew: false, takenIn: 'later' } as const;
	const measure = { ...more, title: 'Endnu mere fjernvarme' };
	await saveMeasure(coordinator(), { ...input, measure });
	const { report: taken } = await viewPath(coordinator(), { municipality });
	const read = (side: 'decided' | 'standing', from = taken) => from?.gap[side].measures.find((each) => each.measure === 'mere');
	expect(taken?.duty.candidates.some((each) => each.measure.id === 'mere')).toBe(false);
	expect(read('standing')).toMatchObject({ title: 'Endnu mere fjernvarme', standing: 'counted' });
	expect(taken?.gap.decided.pathway).toEqual(report?.gap.decided.pathway);
	// What replaces something cannot have begun.
	const stored = (await desk()).scenarios[0]!.document.scenario.measures.find(({ id }) => id === 'mere')!;
	expect(stored.timing.start).toBeGreaterThan(coordinator().now().getUTCFullYear());
	await saveMeasure(coordinator(), { ...input, place: 'measures', takenIn: 'decided', measure: stored, scenario: await key() });
	expect(read('decided', (await viewPath(coordinator(), { municipality })).report)).toMatchObject({ standing: 'counted' });
});
