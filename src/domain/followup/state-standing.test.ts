import { describe, expect, it } from 'vitest';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import type { PathDocument, StatedStanding } from './path-document.ts';
import { findStandings } from './path-as-it-stands.ts';
import { findPathGap } from './path-gap.ts';
import { findStandingKind, stateStanding, withdrawStanding } from './state-standing.ts';

const document = withdrawStanding(readExamplePath('soroe'), { measure: 'moerup', since: 2023 });
const state = (more: Partial<StatedStanding>): StatedStanding => ({
	...{ measure: 'moerup', since: 2023, start: null, isDropped: false, realisation: null, replacedBy: null, reason: 'Fordi', source: null },
	...more,
});
const missing = (stated: PathDocument, year: number) => {
	const set = findStandings(stated, [readSoroeRound()]);
	const gap = findPathGap(compileScenario(stated.scenario), set!);
	return Math.round(gap.initiatives.find(({ initiative }) => initiative === '1')?.tonnes[gap.decided.years.indexOf(year)] ?? 0);
};

describe('how a measure stands is stated', () => {
	it.each([
		['as decided', {}, 0, 0],
		['delayed', { start: 2026 }, 23_000, 0],
		['reduced', { realisation: 0.5 }, 11_500, 11_500],
		['dropped', { isDropped: true }, 23_000, 23_000],
		['replaced', { isDropped: true, replacedBy: 'fjernvarme' }, 23_000, 23_000],
	] as const)('%s', (kind, more, in2025, in2027) => {
		const statement = state(more);
		expect(findStandingKind(statement)).toBe(kind);
		const stated = stateStanding(document, statement);
		expect([missing(stated, 2025), missing(stated, 2027)]).toEqual([in2025, in2027]);
	});

	it('one for the same round is replaced, and can be withdrawn', () => {
		const twice = stateStanding(stateStanding(document, state({ start: 2026 })), state({ start: 2028 }));
		expect(twice.standings.map(({ start }) => start)).toEqual([2028]);
		expect(withdrawStanding(twice, state({})).standings).toEqual([]);
		expect(() => withdrawStanding(document, state({}))).toThrow('standing.unknown');
	});

	it.each([
		[{ measure: 'x' }, 'measure.unknown'],
		[{ start: 2024 }, 'standing.not-later'],
		[{ isDropped: true, replacedBy: 'moerup' }, 'standing.replaced-by-itself'],
		[{ isDropped: true, replacedBy: 'x' }, 'measure.unknown'],
	])('%j is refused', (more, code) => expect(() => stateStanding(document, state(more))).toThrow(code));
});
