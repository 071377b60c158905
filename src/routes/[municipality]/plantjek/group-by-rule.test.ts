import { describe, expect, it } from 'vitest';
import type { CheckedFinding } from '#usecases/followup/check-plan.ts';
import { groupByRule } from './group-by-rule.ts';

const make = (part: Pick<CheckedFinding, 'rule' | 'severity' | 'key'> & Partial<CheckedFinding>): CheckedFinding => ({
	number: '1',
	others: [],
	text: null,
	details: {},
	dismissal: null,
	...part,
});

describe('groupByRule', () => {
	it('puts the worst first, and a rule of two severities in both places', () => {
		const groups = groupByRule([
			make({ rule: 'missing-remark', severity: 'missing', key: 'a' }),
			make({ rule: 'colour-against-legend', severity: 'unclear', key: 'b' }),
			make({ rule: 'colour-against-legend', severity: 'wrong', key: 'c' }),
		]);
		expect(groups.map(({ rule, severity }) => [severity, rule])).toEqual([
			['wrong', 'colour-against-legend'],
			['unclear', 'colour-against-legend'],
			['missing', 'missing-remark'],
		]);
	});

	it('keeps apart what somebody has said is no problem here', () => {
		const dismissal = { reason: 'Aftalt', who: 'demo', at: new Date(0) };
		const [group] = groupByRule([
			make({ rule: 'missing-remark', severity: 'missing', key: 'a' }),
			make({ rule: 'missing-remark', severity: 'missing', key: 'b', dismissal }),
		]);
		expect(group?.open.map(({ key }) => key)).toEqual(['a']);
		expect(group?.dismissed.map(({ key }) => key)).toEqual(['b']);
	});
});
