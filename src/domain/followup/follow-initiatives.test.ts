import { describe, expect, it } from 'vitest';
import { makeLine, readExamplePath } from '../../../test/soroe-path.ts';
import { putMeasure, takeMeasure } from './edit-measures.ts';
import { followInitiatives, tieToInitiatives, tieToSuccessor } from './follow-initiatives.ts';
import { findStandings } from './path-as-it-stands.ts';
import type { PathDocument } from './path-document.ts';

const soroe: PathDocument = { ...readExamplePath('soroe'), standings: [] };
const line = (number: string, id: string) => ({ id, number });
const tied = tieToInitiatives(soroe, [line('25', 'a'), line('1', 'b')]);
const numberOf = (document: PathDocument, measure = 'lavbund') => document.scenario.measures.find(({ id }) => id === measure)?.initiative;

describe('a measure', () => {
	it('is tied to the initiative that bears its number, once', () => {
		expect(tied.initiativeIds?.lavbund).toEqual(['a']);
		expect(tieToInitiatives(tied, [line('25', 'another')])).toBe(tied);
		expect(tieToInitiatives(soroe, [line('nobody', 'x')])).toBe(soroe);
	});

	it('follows its initiative to another number, and not the number to another initiative', () => {
		expect(numberOf(followInitiatives(tied, [[line('25b', 'a'), line('25', 'new')], [line('25', 'a')]]))).toBe('25b');
		expect(numberOf(followInitiatives(tied, [[line('26', 'new')], [line('24', 'a')]]))).toBe('24');
		// Gone, and its number is another's: the tonnes are not under it.
		expect(numberOf(followInitiatives(tied, [[line('25', 'new')], [line('25', 'a')]]))).toBeNull();
		expect(numberOf(followInitiatives(tied, [[line('25', 'new')]]))).toBeNull();
		expect(numberOf(followInitiatives(tied, []))).toBe('25');
	});

	it('follows it into another where the newest round has it there, and back where it has not', () => {
		const merged = tieToSuccessor(tied, 'a', 'c');
		expect(merged.initiativeIds?.lavbund).toEqual(['a', 'c']);
		const [before, after] = [[line('25', 'a'), line('30', 'c')], [line('30', 'c')]];
		expect(numberOf(followInitiatives(merged, [after, before]))).toBe('30');
		expect(numberOf(followInitiatives(merged, [before]))).toBe('25');
		expect(tieToSuccessor(tied, 'x', 'c')).toBe(tied);
		// Taken back, and merged with another.
		expect(tieToSuccessor(merged, 'a', 'd').initiativeIds?.lavbund).toEqual(['a', 'd']);
	});

	it('is no longer tied when it is given to another initiative or taken away', () => {
		const measure = tied.scenario.measures.find(({ id }) => id === 'lavbund')!;
		const put = (initiative: string) =>
			putMeasure(tied, { measure: { ...measure, initiative }, place: 'measures', isNew: false }).initiativeIds;
		expect(put('25')).toHaveProperty('lavbund');
		expect(put('26')).not.toHaveProperty('lavbund');
		expect(takeMeasure(tied, 'lavbund').initiativeIds).not.toHaveProperty('lavbund');
	});

	it('stands as its initiative does when the number is another’s, and as what it was merged into', () => {
		const named = (number: string, id: string, state: string) => {
			const made = makeLine({ number, state });
			return { ...made, initiative: { ...made.initiative, id } };
		};
		const find = (document: PathDocument, ...rounds: ReturnType<typeof named>[][]) =>
			findStandings(
				document,
				rounds.map((lines, place) => ({ round: { year: 2025 - place }, lines })),
			)?.standings.find(({ measure }) => measure === 'lavbund');
		const before = [named('25', 'a', 'in progress')];
		expect(find(tied, [named('25', 'new', 'on hold'), named('25b', 'a', 'in progress')], before)?.reason).toBe('as decided');
		expect(find(tied, [named('25', 'new', 'in progress')], before)?.reason).toBe('withdrawn');
		expect(find(tieToSuccessor(tied, 'a', 'c'), [named('30', 'c', 'on hold')], before)?.reason).toBe('on hold');
		expect(find(tied, [named('25', 'new', 'on hold')])?.reason).toBe('not assessed');
		expect(
			find(followInitiatives(tied, [[line('25', 'new')], [line('25', 'a')]]), [named('25', 'new', 'in progress')], before),
		).toMatchObject({
			...{ initiative: null, reason: 'withdrawn' },
		});
	});
});
