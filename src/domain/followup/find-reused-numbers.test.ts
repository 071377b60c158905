import { describe, expect, it } from 'vitest';
import { makeLine, readExamplePath } from '../../../test/soroe-path.ts';
import { findReusedNumbers } from './find-reused-numbers.ts';
import type { PathRound } from './path-as-it-stands.ts';

const soroe = readExamplePath('soroe');
const measure = soroe.scenario.measures.find(({ id }) => id === 'lavbund')!;
const round = (year: number, ...lines: { number: string; title: string; id?: string }[]): PathRound => ({
	round: { year },
	lines: lines.map(({ id, ...line }) => {
		const made = makeLine(line);
		return { ...made, initiative: { ...made.initiative, id: id ?? line.number } };
	}),
});

describe('a number that a document uses again', () => {
	const before = round(2024, { number: '25', title: 'Udtagning af lavbundsjorde' });

	it('is told with what the initiative was called, for the measure goes along', () => {
		const now = round(2025, { number: '25', title: 'Ladestandere ved skoler' });
		const told = { title: measure.title, number: '25', before: 'Udtagning af lavbundsjorde', after: 'Ladestandere ved skoler', year: 2024 };
		expect(findReusedNumbers(soroe, [now, round(2024), before])).toEqual([told]);
		expect(findReusedNumbers({ ...soroe, initiativeIds: { lavbund: ['25'] } }, [now, before])).toEqual([told]);
	});

	it('is not seen in a title worded anew, in a first round, or in another initiative that the measure does not follow', () => {
		expect(findReusedNumbers(soroe, [round(2025, { number: '25', title: 'Udtag lavbundsjorder' }), before])).toEqual([]);
		const longer = 'Udtagning af lavbundsjorde, hegning, opkøb, jordfordeling og nye stier langs åen ved Tude';
		expect(findReusedNumbers(soroe, [round(2025, { number: '25', title: longer }), before])).toEqual([]);
		expect(findReusedNumbers(soroe, [round(2025, { number: '25', title: 'Ladestandere' })])).toEqual([]);
		const other = round(2025, { number: '25', title: 'Ladestandere', id: 'new' });
		expect(findReusedNumbers(soroe, [other, before])).toEqual([]);
		expect(findReusedNumbers({ ...soroe, initiativeIds: { lavbund: ['25'] } }, [other, before])).toEqual([]);
		expect(findReusedNumbers(soroe, [])).toEqual([]);
	});
});
