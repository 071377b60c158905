import { describe, expect, it } from 'vitest';
import { makeLine } from '../../../test/soroe-path.ts';
import { readLines } from './read-lines.ts';

type Told = Parameters<typeof makeLine>[0];
type Rounds = readonly (Partial<Told> | null)[];
/** Rounds from 2024 on, one a year; null where the initiative has no line. */
const read = (...told: Rounds) =>
	readLines(
		told
			.map((line, place) => ({
				round: { year: 2024 + place },
				lines: line ? [makeLine({ number: '25', state: 'in progress', ...line })] : [],
			}))
			.reverse(),
		{ number: '25', ids: undefined, since: undefined },
	);
const states = (...told: Rounds) => read(...told)?.said.map(({ state }) => state);

describe('what the rounds said of an initiative', () => {
	it('is nothing where none knows it, and nothing of the time before it was there', () => {
		expect(read(null, null)).toBeUndefined();
		expect(read(null, { state: 'planning' })?.said).toEqual([{ year: 2025, state: 'planning' }]);
	});

	it('is taken out where its line is gone, unless a round had called it completed', () => {
		expect(states({}, null)).toEqual(['in progress', 'gone']);
		expect(states({ state: 'on hold' }, null, null)).toEqual(['on hold', 'gone', 'gone']);
		expect(states({}, { state: 'completed' }, null)).toEqual(['in progress', 'completed', 'completed']);
		expect(states({ state: 'completed' }, { state: 'on hold' }, null)).toEqual(['completed', 'on hold', 'gone']);
	});

	it('counts the years by which its dates came later, and none for what is completed', () => {
		const deadlines = [{ deadline: '2026-12-31' }, { deadline: '2028-12-31' }] as const;
		const lines = read(...deadlines);
		expect([lines?.countMoved(2024), lines?.countMoved(2025)]).toEqual([0, 2]);
		expect(read(deadlines[0], { ...deadlines[1], state: 'completed' })?.countMoved(2025)).toBe(0);
	});
});
