import { describe, expect, it } from 'vitest';
import { findRelations } from '#domain/plan/find-relations.ts';
import { makeFollowUp } from '../../../../test/made-up-follow-up.ts';
import { checkPlan } from './check-plan.ts';
import { findWrongSum } from './check-sums.ts';
import { findMixedUnits } from './check-units.ts';

/** The longest text a spreadsheet's cell can hold. */
const longest = 32_767;
const fill = (text: string) => text.repeat(Math.ceil(longest / text.length)).slice(0, longest);
const most = 5000;

describe('a cell written to keep the plan check busy', () => {
	it.each([
		'indsats 1, ',
		'indsats  ',
		'1 ton og ',
		'(1 ton for a b c d e, ',
		'=1 kW ',
		'i alt ',
		'del af ',
		'medtaget i ',
		'1.000',
		'counted inside ',
	])('%j over and over is done with in time', (text) => {
		const start = performance.now();
		for (const look of [findRelations, findWrongSum, findMixedUnits]) look(fill(text));
		expect(performance.now() - start).toBeLessThan(most);
	});

	it('and a thousand initiatives that all say the same are done with in time, in one finding', () => {
		const remark = 'Indsatsen følger planen, og der er ikke sket noget nyt siden den seneste opfølgning for et år siden.';
		const followUp = makeFollowUp(Array.from({ length: 1000 }, (_, place) => ({ number: String(place + 1), remark })));
		const start = performance.now();
		const found = checkPlan(followUp).filter((finding) => finding.rule === 'same-text-twice');
		expect(performance.now() - start).toBeLessThan(most);
		expect(found).toHaveLength(1);
		expect(found[0]?.others).toHaveLength(999);
	});
});
