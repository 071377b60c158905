import { expect, test } from 'vitest';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import { findOrigins, listHistory } from './initiative-origins.ts';
import type { StoredPlan } from './plan-record.ts';

const line = (id: string, number: string) => ({ id, content: { number, title: `Indsats ${number}`, withdrawnIn: null } });
const years = [2025, 2024, 2023];
const assess = (year: number) =>
	['old', ...(year < 2024 ? [] : ['new'])].map((id) => [id, { assessment: { initiativeId: id, year } }] as const);
const stored = {
	initiatives: [line('old', '15'), line('new', '15a')],
	rounds: years.map((year) => ({ round: { year } })),
	assessments: new Map(years.map((year) => [year, new Map(assess(year))])),
} as unknown as StoredPlan;
const split: PlanEvent = {
	...{ year: 2024, kind: 'split', initiativeId: 'new', otherId: 'old', before: null, after: null },
	...{ decision: null, caseNumber: null, who: 'anna', at: new Date(0) },
};

test('a line that was split from one that is still there has that one’s answers from before it came out of it alone', () => {
	const [from] = findOrigins(stored, [split], 'new', new Set()).predecessors;
	expect(from).toMatchObject({ kind: 'split', number: '15', year: 2024 });
	expect(from?.history.map(({ round }) => round.year)).toEqual([2023]);
	expect(listHistory(stored, 'new').map(({ round }) => round.year)).toEqual([2024, 2025]);
	expect(listHistory(stored, 'old').map(({ round }) => round.year)).toEqual([2023, 2024, 2025]);
});
