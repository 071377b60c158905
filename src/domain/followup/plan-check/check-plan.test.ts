import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLines } from '../../../../test/any-lines.ts';
import { makeFollowUp } from '../../../../test/made-up-follow-up.ts';
import { findingRules, severities } from '../finding.ts';
import { checkPlan } from './check-plan.ts';

describe('the plan check', () => {
	it('puts the worst first, then orders by rule and number', () => {
		const findings = checkPlan(
			makeFollowUp([
				{ number: '20b', priority: 'not prioritised' },
				{ number: '3', state: 'planning', priority: 'prioritised', progress: 'green' },
				{ number: '20a', priority: 'not prioritised' },
			]),
		);
		const places = findings.map((finding) => severities.indexOf(finding.severity));
		expect(places).toEqual([...places].sort());
		expect(findings.filter((finding) => finding.rule === 'priority-outside-legend').map((finding) => finding.number)).toEqual([
			'20a',
			'20b',
		]);
		expect(findings[0]).toMatchObject({ rule: 'colour-against-legend', number: '3' });
	});

	it('does not look at an initiative that the round has no assessment for', () => {
		const followUp = makeFollowUp([{ number: '1', priority: 'not prioritised' }]);
		expect(checkPlan({ ...followUp, lines: followUp.lines.map((line) => ({ ...line, assessment: null })) })).toEqual([]);
	});

	it('of any round gives keys of their own, known rules and numbers that the round has', () => {
		fc.assert(
			fc.property(anyLines, (lines) => {
				const findings = checkPlan({ ...makeFollowUp([]), lines });
				const numbers = lines.map((line) => line.initiative.number);
				expect(new Set(findings.map((finding) => finding.key)).size).toBe(findings.length);
				for (const finding of findings) {
					expect(findingRules).toContain(finding.rule);
					expect([...numbers, null]).toContain(finding.number);
					for (const other of finding.others) expect(numbers).toContain(other);
				}
			}),
		);
	});

	it('finds the same whatever order the initiatives come in', () => {
		fc.assert(
			fc.property(anyLines, (lines) => {
				const count = (some: typeof lines) =>
					checkPlan({ ...makeFollowUp([]), lines: some })
						.map((finding) => finding.rule)
						.sort();
				expect(count([...lines].reverse())).toEqual(count(lines));
			}),
		);
	});
});
