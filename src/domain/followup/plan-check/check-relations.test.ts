import { describe, expect, it } from 'vitest';
import { makeFollowUp, type MadeUpLine } from '../../../../test/made-up-follow-up.ts';
import { checkPlan } from './check-plan.ts';

const check = (lines: readonly MadeUpLine[]) => checkPlan(makeFollowUp(lines)).filter((finding) => finding.rule === 'relation-to-unknown');

describe('a relation to a number that the plan does not have', () => {
	it('is found in the texts, with what the number was split into', () => {
		const text = 'Beregnet - som del af reduktionspotentiale under indsats nr. 20';
		expect(check([{ number: '20a' }, { number: '20b' }, { number: '200' }, { number: '23', co2RelationText: text }])).toMatchObject([
			{ severity: 'wrong', number: '23', others: ['20a', '20b'], text, details: { target: '20', relation: 'counted inside' } },
		]);
	});

	it('is found among stored relations, once', () => {
		const lines: MadeUpLine[] = [{ number: '1', remark: 'Se indsats 40.', relations: [{ kind: 'see', targetNumber: '40' }] }];
		expect(check(lines)).toMatchObject([{ number: '1', others: [], details: { target: '40' } }]);
		expect(check([{ number: '1', relations: [{ kind: 'see', targetNumber: '40' }] }])).toMatchObject([{ text: null }]);
	});

	it('is not raised for a number that exists in any case, for the initiative itself or for the baseline', () => {
		expect(check([{ number: '20A', remark: 'Se indsats 20a og 3. Medtaget i BAU.' }, { number: '3' }])).toEqual([]);
	});
});
