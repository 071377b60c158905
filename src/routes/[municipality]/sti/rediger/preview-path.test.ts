import { expect, test } from 'vitest';
import { editPath } from '#domain/followup/edit-path.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { calculateNet } from '#domain/pathway/calculate-net.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import { readExamplePath, readSoroeRound } from '../../../../../test/soroe-path.ts';
import { takeInCandidate } from '#domain/followup/edit-measures.ts';
import { makePathReport } from '#domain/followup/path-report.ts';
import { createPreview, listRows, putTyped } from './preview-path.ts';
import { summariseScenario } from './summarise-scenario.ts';

const soroe = readExamplePath('soroe');

test('the preview is what saving the form would give, whatever is moved', () => {
	const rows = listRows(soroe);
	expect(rows.map(({ measure }) => measure)).toEqual(soroe.scenario.order);
	const preview = createPreview(soroe, [], 2030);
	const moves = [{}, { start: 2027, full: 2027 }, { start: 2024, full: 2024 }, { start: 2025, full: 2030 }, { realisation: 40 }];
	for (const move of moves) {
		const moved = rows.map((row) => (row.measure === 'moerup' ? { ...row, ...move } : row)).toReversed();
		const edit = {
			measures: moved.map(({ title: _title, ...row }) => ({ ...row, realisation: row.realisation / 100 })),
			order: moved.map(({ measure }) => measure),
		};
		const saved = Array.from(calculateNet(compileScenario(editPath(soroe, edit).scenario)));
		expect(preview(moved)?.path).toEqual(saved.map((value) => expect.closeTo(value, 6)));
	}
});

test.each(['soroe', 'ballerup'] as const)('each measure has what it saves on top of those before it, as saving would give: %s', (slug) => {
	const document = readExamplePath(slug);
	const { year, measures } = summariseScenario(document, null);
	const effects = createPreview(document, [], year)(listRows(document))?.effects;
	expect(measures.size).toBeGreaterThan(3);
	for (const [measure, tonnes] of measures) expect(effects?.get(measure)).toEqual(tonnes === null ? null : expect.closeTo(tonnes, 6));
});

test('another order shares the same sum anew between the measures that meet', () => {
	const document = readExamplePath('ballerup');
	const rows = listRows(document);
	const preview = createPreview(document, [], 2030);
	const list = (all: typeof rows) => rows.map(({ measure }) => preview(all)?.effects.get(measure) ?? 0);
	const sum = (tonnes: readonly number[]) => tonnes.reduce((one, other) => one + other, 0);
	const [stated, turned] = [list(rows), list(rows.toReversed())];
	expect(sum(turned)).toBeCloseTo(sum(stated), 6);
	expect(turned.filter((tonnes, place) => Math.abs(tonnes - (stated[place] ?? 0)) > 1).length).toBeGreaterThan(1);
});

test('what was taken in later, and a year outside the scenario, have no effect to show', () => {
	const rows = listRows(soroe);
	const [first] = rows;
	expect(createPreview(soroe, [{ id: first!.measure }], 2030)(rows)?.effects.get(first!.measure)).toBeNull();
	expect(createPreview(soroe, [], 1990)(rows)?.effects.get(first!.measure)).toBeNull();
});

test('steps and end follow what is moved, in the picture as in what is saved', () => {
	const steps = [
		{ year: 2025, share: 0.1 },
		{ year: 2027, share: 0.5 },
		{ year: 2029, share: 1 },
	];
	const timing = { start: 2025, full: 2029, ramp: { kind: 'steps', steps }, end: 2031, lifetime: null } as const;
	const { scenario } = soroe;
	const measures = scenario.measures.map((each) => (each.id === 'moerup' ? { ...each, timing } : each));
	const stepped = { ...soroe, scenario: { ...scenario, measures } };
	for (const move of [{ start: 2027, full: 2031 }, { full: 2033 }, { start: 2033, full: 2035 }]) {
		const rows = listRows(stepped).map((row) => (row.measure === 'moerup' ? { ...row, ...move } : row));
		const measures = rows.map(({ title: _title, ...row }) => ({ ...row, realisation: row.realisation / 100 }));
		const saved = editPath(stepped, { measures, order: rows.map(({ measure }) => measure) }).scenario;
		const net = Array.from(calculateNet(compileScenario(saved)), (value) => expect.closeTo(value, 6));
		expect(createPreview(stepped, [], 2030)(rows)?.path).toEqual(net);
		expect(saved.measures.find(({ id }) => id === 'moerup')?.timing.end).toBe(2031 + (move.start ?? 2025) - 2025);
	}
});

test('without a stated order the rows stand as they are counted, and saving them untouched changes nothing', () => {
	const { scenario } = soroe;
	const unordered = { ...soroe, scenario: { ...scenario, measures: scenario.measures.toReversed(), order: null } };
	const rows = listRows(unordered);
	const net = Array.from(calculateNet(compileScenario(unordered.scenario)));
	const save = (order: readonly string[]) => {
		const measures = rows.map(({ title: _title, ...row }) => ({ ...row, realisation: row.realisation / 100 }));
		return editPath(unordered, { measures, order }).scenario;
	};
	const order = rows.map(({ measure }) => measure);
	expect(save(order)).toEqual(unordered.scenario);
	expect(Array.from(calculateNet(compileScenario({ ...unordered.scenario, order })))).toEqual(net);
	expect(save(order.toReversed()).order).toEqual(order.toReversed());
});

test('what was typed and refused stands over what is stored, in the order typed', () => {
	const stored = listRows(soroe);
	const [first, second, ...others] = stored;
	if (!first || !second) throw new Error('no rows');
	const edit = {
		measures: [{ measure: second.measure, start: 2030, full: 2031, realisation: 0.4 }],
		order: [second.measure, first.measure],
	};
	expect(putTyped(stored, edit)).toEqual([{ ...second, start: 2030, full: 2031, realisation: 40 }, first, ...others]);
});

test('a half typed year gives no path', () => {
	const preview = createPreview(soroe, [], 2030);
	for (const wrong of [{ start: Number.NaN }, { start: 20 }, { start: 2031, full: 2030 }, { realisation: 101 }])
		expect(preview(listRows(soroe).map((row) => ({ ...row, ...wrong })))).toBeNull();
});

test('scenarios are compared by the year of the target', () => {
	expect(summariseScenario(soroe, 2023)).toMatchObject({
		year: 2030,
		tonnes: expect.closeTo(136_343, 6),
		shortfall: expect.closeTo(46_343, 6),
	});
});

test('an uncertain realisation has its range in the row, which is lost when another value is chosen', () => {
	const { scenario } = soroe;
	const [first, ...others] = scenario.measures;
	const uncertain = {
		...soroe,
		scenario: { ...scenario, measures: [{ ...first!, realisation: { low: 0.4, mid: 0.6, high: 0.8 } }, ...others] },
	};
	const row = listRows(uncertain).find(({ measure }) => measure === first!.id);
	expect(row).toMatchObject({ realisation: 60, range: { low: 40, mid: 60, high: 80 } });
	expect(listRows(uncertain).filter(({ range }) => range)).toHaveLength(1);
});

test('the editor and the comparison show the path as decided: what was taken in later is no part of it, and is named', () => {
	const [candidate] = soroe.candidates;
	const later = takeInCandidate(soroe, candidate!, 2023);
	const report = makePathReport(later, { rounds: [readSoroeRound()], earliest: 2027, others: [] });
	const decided = report.gap.decided.pathway.net.map((tonnes) => expect.closeTo(tonnes ?? NaN, 6));
	const summary = summariseScenario(later, 2023);
	expect(summary.tonnes).toBeCloseTo(summariseScenario(soroe, 2023).tonnes ?? NaN, 6);
	expect(summary.picture.path).toEqual(decided);
	expect(summary.takenIn).toEqual([{ id: candidate!.id, title: candidate!.title }]);
	expect(createPreview(later, summary.takenIn, 2030)(listRows(later))?.path).toEqual(decided);
	// Before the first round nothing stands otherwise than decided.
	expect(summariseScenario(later, null)).toMatchObject({ takenIn: [] });
	expect(summariseScenario(later, null).tonnes).toBeLessThan(summary.tonnes ?? 0);
});

test('says which of its figures rest on what no document states', () => {
	const measures = soroe.scenario.measures.map((each) => ({ ...each, quality: 'calculated' as const }));
	const mark = (...illustrative: PathDocument['illustrative']) =>
		summariseScenario({ ...soroe, scenario: { ...soroe.scenario, measures }, illustrative }, 2023).illustrative;
	expect(mark()).toEqual({ emissions: false, shortfall: false });
	expect(mark('reference')).toEqual({ emissions: false, shortfall: true });
	expect(mark('baseline')).toEqual({ emissions: true, shortfall: true });
	expect(summariseScenario({ ...soroe, illustrative: [] }, 2023).illustrative).toEqual({ emissions: true, shortfall: true });
});
