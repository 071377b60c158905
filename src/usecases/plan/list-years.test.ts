import { expect, it } from 'vitest';
import type { InitiativeView } from './view-initiative.ts';
import { listYears } from './list-years.ts';

it('has the years of what an initiative came out of and what went into it, newest first', () => {
	const told = (year: number) => ({ round: { year }, assessment: { year } }) as unknown as InitiativeView['history'][number];
	const line = { title: 'x', decision: null, caseNumber: null, year: 2024, isBack: false };
	const predecessors = [
		{ ...line, id: 'a', kind: 'split' as const, number: '38', history: [told(2022), told(2023)] },
		{ ...line, id: 'b', kind: 'merged' as const, number: '43', history: [told(2023)] },
	];
	const years = listYears({ history: [told(2024)], origins: { predecessors } });
	expect(years.map(({ round, of }) => [round.year, of?.kind ?? null, of?.number ?? null])).toEqual([
		[2024, null, null],
		[2023, 'split', '38'],
		[2023, 'merged', '43'],
		[2022, 'split', '38'],
	]);
});
