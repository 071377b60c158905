import { describe, expect, it } from 'vitest';
import { makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { readExamplePath } from '../../../test/soroe-path.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import type { StatedStanding } from './path-document.ts';
import { findStandings } from './path-as-it-stands.ts';
import { findPathGap, findSlips } from './path-gap.ts';

const requires = (measure: string) => ({ relations: [{ kind: 'requires' as const, measure }] });
const scenario = makeScenario({
	order: ['A', 'B', 'C'],
	measures: [makeMeasure('A', [saveHeat]), makeMeasure('B', [moveHeat], requires('A')), makeMeasure('C', [saveHeat], requires('B'))],
});
const model = compileScenario(scenario);
const none = { since: 2025, start: null, isDropped: false, realisation: null, replacedBy: null, reason: 'x', source: null };
const stand = (...stated: (Partial<StatedStanding> & { measure: string })[]) => {
	const standings = stated.map((each) => ({ ...none, ...each }));
	return findStandings({ ...readExamplePath('soroe'), scenario, standings }, [{ round: { year: 2025 }, lines: [] }])!;
};
const tell = (...stated: Parameters<typeof stand>) =>
	Object.fromEntries(findPathGap(model, stand(...stated)).standings.map(({ measure, required }) => [measure, required]));

describe('a measure that requires another', () => {
	it('is told, also at one remove, what has fallen away, and stands with that reason where that is', () => {
		const lost = [{ title: 'Measure A', reason: 'stated', decidedStart: 2025, start: null }];
		expect(tell({ measure: 'A', isDropped: true })).toEqual({ A: undefined, B: lost, C: lost });
		expect(tell({ measure: 'A', realisation: 0 })).toEqual({ A: undefined, B: lost, C: lost });
		const gap = findPathGap(model, stand({ measure: 'A', isDropped: true }));
		expect(gap.initiatives.map(({ title, standings }) => [title, standings.map(({ measure }) => measure)])).toEqual([
			['Measure A', ['A', 'B', 'C']],
		]);
	});

	it('is told what comes later, where that costs it a year', () => {
		const later = [{ title: 'Measure A', reason: 'stated', decidedStart: 2025, start: 2027 }];
		expect(tell({ measure: 'A', start: 2027 })).toEqual({ A: undefined, B: later, C: later });
		// Later itself, it waits for nothing.
		expect(tell({ measure: 'A', start: 2027 }, { measure: 'B', start: 2027 }).B).toBeUndefined();
		expect(tell({ measure: 'A', start: 2027 }, { measure: 'B', start: 2026 }).B).toEqual(later);
	});

	it('is told nothing where the other is as decided or only less, or where it is given up itself', () => {
		expect(tell({ measure: 'A', realisation: 0.5 })).toEqual({ A: undefined, B: undefined, C: undefined });
		expect(tell({ measure: 'C', isDropped: true })).toEqual({ A: undefined, B: undefined, C: undefined });
		expect(tell({ measure: 'A', isDropped: true }, { measure: 'B', isDropped: true }).B).toBeUndefined();
	});

	it('is told with the other in the round in which that slipped, and again when it slips further', () => {
		const now = findPathGap(model, stand({ measure: 'A', start: 2027 }));
		const slips = (...before: Parameters<typeof stand>) =>
			findSlips(model, now, stand(...before)).initiatives.map(({ title, standings }) => [title, standings.length]);
		expect(slips()).toEqual([['Measure A', 3]]);
		expect(slips({ measure: 'A', start: 2026 })).toEqual([['Measure A', 3]]);
		expect(slips({ measure: 'A', start: 2027 })).toEqual([]);
		// A stands as it stood: that B waits for it is no news.
		expect(slips({ measure: 'A', start: 2027 }, { measure: 'B', isDropped: true })).toEqual([['Measure B', 1]]);
	});
});
