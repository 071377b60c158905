import { expect, it } from 'vitest';
import { editPath } from '#domain/followup/edit-path.ts';
import { takeInCandidate } from '#domain/followup/edit-measures.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import type { Measure, Scenario } from '#domain/pathway/model.ts';
import { readExamplePath } from '../../../../../test/soroe-path.ts';
import { compareFrames, compareMeasures, cutDifferences } from './compare-measures.ts';
import { describeAspects, describeCompared, describeFrames, describeTakenIn, writeDifferences } from './difference-words.ts';
import { summariseScenario } from './summarise-scenario.ts';

const plan = readExamplePath('soroe');
const compare = (...documents: PathDocument[]) =>
	compareMeasures(documents.map((document) => ({ document, summary: summariseScenario(document, 2023) })));

it('names the measures that are not the same in all scenarios, with start, share and tonnes, and no others', () => {
	const later = editPath(plan, { measures: [{ measure: 'moerup', start: 2029, full: 2029, realisation: 0.5 }], order: [] });
	const [candidate] = plan.candidates;
	const more = takeInCandidate(later, candidate!, null);
	const found = compare(plan, more);
	expect(found.map(({ measure }) => measure)).toEqual(['moerup', candidate!.id]);
	expect(found[0]?.cells).toMatchObject([
		{ timing: { start: 2025 }, realisation: 1 },
		{ timing: { start: 2029 }, realisation: 0.5 },
	]);
	const [full, half] = found[0]?.cells.map((cell) => cell?.tonnes ?? 0) ?? [];
	expect(half).toBeCloseTo((full ?? 0) / 2, 6);
	expect(found[1]?.cells[0]).toBeNull();
	expect(found[1]?.cells[1]?.tonnes).toBeGreaterThan(0);
	expect(compare(plan, { ...plan, scenario: { ...plan.scenario, title: 'Andet' } })).toEqual([]);
});

it('shows the first hundred differences, and counts the others', () => {
	const [first] = plan.scenario.measures;
	const grow = (count: number) => {
		const more = Array.from({ length: count }, (_, place) => ({ ...first!, id: `ny-${place}`, title: `Ny ${place}`, relations: [] }));
		const { scenario } = plan;
		const grown = { ...plan, scenario: { ...scenario, measures: [...scenario.measures, ...more], order: null } };
		return compareMeasures([plan, grown].map((document) => ({ document, summary: { measures: new Map(), takenIn: [] } })));
	};
	const { shown, left } = cutDifferences(grow(103));
	expect([shown.length, shown[0]?.measure, shown.at(-1)?.measure, left]).toEqual([100, 'ny-0', 'ny-99', 3]);
	expect(cutDifferences(grow(100))).toMatchObject({ shown: { length: 100 }, left: 0 });
});

it('tells a measure that was taken in later as no part of what is decided, and marks tonnes that no document states', () => {
	const [candidate] = plan.candidates;
	const [found, ...more] = compare(takeInCandidate(plan, candidate!, 2023), takeInCandidate(plan, candidate!, null));
	expect(more).toEqual([]);
	expect(describeAspects(found?.aspects ?? [], 'da')).toBe('Forskelligt: om det er taget ind senere');
	expect(describeCompared(found!.cells[0]!, [], 'da')).toContain('taget ind senere, ikke med som besluttet');
	expect(describeCompared(found!.cells[1]!, [], 'da')).toMatch(/ton CO2e$/);
	expect(writeDifferences([found!], 'da')[0]?.cells).toMatchObject([{ isIllustrative: false }, { isIllustrative: true }]);
	expect(describeTakenIn(summariseScenario(takeInCandidate(plan, candidate!, 2023), 2023), 'da')).toContain(candidate!.title);
});

it('says in words what differs where start, share and tonnes are the same', () => {
	const [first, ...others] = plan.scenario.measures;
	const say = (change: Partial<Measure>) => {
		const changed = { ...plan, scenario: { ...plan.scenario, measures: [{ ...first!, ...change }, ...others] } };
		const [found, ...more] = compare(plan, changed);
		expect(more).toEqual([]);
		return [describeAspects(found?.aspects ?? [], 'da'), describeCompared(found!.cells[1]!, found!.aspects, 'da').split('; ')[1]];
	};
	const { timing, relations } = first!;
	expect(say({ timing: { ...timing, full: 2031 } })).toEqual(['Forskelligt: året med fuld effekt', 'fuld effekt fra 2031']);
	expect(say({ timing: { ...timing, ramp: { kind: 'S-curve' } } })).toEqual(['Forskelligt: vejen til fuld effekt', 'S-kurve']);
	expect(say({ timing: { ...timing, lifetime: 20 } })).toEqual(['Forskelligt: levetid', 'levetid 20 år']);
	expect(say({ timing: { ...timing, end: 2060 } })).toEqual(['Forskelligt: sidste år med effekt', 'sidste år 2060']);
	expect(say({ relations: [...relations, { kind: 'in the baseline', from: 'KF99' }] })[0]).toBe(
		'Forskelligt: forhold til andre virkemidler',
	);
	expect(say({ realisation: { low: 0.2, mid: 1, high: 1 } })[0]).toBe('Forskelligt: det usikre omkring den (lav og høj)');
	expect(say({ effects: [{ kind: 'uptake', tonnes: 7 }] })[0]).toContain('effekten');
	expect(describeAspects([], 'da')).toBeNull();
});

it('says what scenarios differ in beside their measures', () => {
	const { scenario } = plan;
	const frames = (change: Partial<Scenario>) =>
		compareFrames([{ document: plan }, { document: { ...plan, scenario: { ...scenario, ...change } } }]);
	expect(frames({ title: 'Andet' })).toEqual([]);
	expect(frames({ order: scenario.order!.toReversed() })).toEqual(['order']);
	// A measure that only one of them has is no other order.
	expect(frames({ measures: scenario.measures.slice(1), order: scenario.order!.filter((id) => id !== scenario.measures[0]!.id) })).toEqual(
		[],
	);
	const more = frames({ targets: null, cells: scenario.cells.slice(1), reference: null });
	expect(describeFrames(more, 'da')).toBe('Scenarierne er også forskellige i fremskrivningen, udgangspunktet og målene.');
	expect(describeFrames([], 'da')).toBeNull();
	expect(compareFrames([])).toEqual([]);
});
