import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFollowUp } from '../../../test/made-up-follow-up.ts';
import { anyLines } from '../../../test/any-lines.ts';
import { countBy, countColours, countColoursBy } from './counts.ts';
import { dimensions } from './dimension.ts';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

describe('summary counts', () => {
	const { lines } = makeFollowUp([
		{ number: '1', sectionId: 'section-0', progress: 'green', fulfilment: 'yellow' },
		{ number: '2', sectionId: 'section-0', progress: 'green', fulfilmentText: 'Langt til målet.' },
		{ number: '3', sectionId: 'section-1', progress: 'white' },
		{ number: '4', sectionId: null },
	]);

	it('keep "not stated" as a value of its own, and prose apart from nothing', () => {
		expect(countBy(lines, 'section')).toEqual(
			new Map([
				['section-0', 2],
				['section-1', 1],
				[null, 1],
			]),
		);
		expect(countBy(lines, 'fulfilment')).toEqual(
			new Map([
				['yellow', 1],
				['text', 1],
				[null, 2],
			]),
		);
	});

	it('count both colours, also per group', () => {
		expect(countColours(lines)).toEqual({
			progress: { green: 2, yellow: 0, red: 0, white: 1, none: 1 },
			fulfilment: { green: 0, yellow: 1, red: 0, pink: 0, text: 1, none: 2 },
		});
		expect(countColoursBy(lines, 'section').map(({ value, total, progress }) => [value, total, progress.green])).toEqual([
			['section-0', 2, 2],
			['section-1', 1, 0],
			[null, 1, 0],
		]);
	});

	it('count an initiative that the round has no assessment for as not stated', () => {
		const unassessed = lines.map((line) => ({ ...line, assessment: null }));
		expect(countColours(unassessed).progress.none).toBe(4);
		expect(countBy(unassessed, 'state')).toEqual(new Map([[null, 4]]));
	});

	it('add up to the number of lines in every dimension', () => {
		fc.assert(
			fc.property(anyLines, (some) => {
				for (const dimension of dimensions) {
					expect(sum(countBy(some, dimension).values())).toBe(some.length);
					expect(sum(countColoursBy(some, dimension).map((group) => group.total))).toBe(some.length);
				}
				const { progress, fulfilment } = countColours(some);
				expect(sum(Object.values(progress))).toBe(some.length);
				expect(sum(Object.values(fulfilment))).toBe(some.length);
			}),
		);
	});
});
