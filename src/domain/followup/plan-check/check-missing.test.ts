import { describe, expect, it } from 'vitest';
import { makeFollowUp, type MadeUpLine } from '../../../../test/made-up-follow-up.ts';
import { checkPlan } from './check-plan.ts';

const whole: MadeUpLine = {
	number: '1',
	remark: 'Borgermøder er holdt.',
	budget: 'Energipuljen',
	responsible: 'Økonomi og stab',
	progress: 'green',
	fulfilment: 'yellow',
};
const check = (...lines: readonly Partial<MadeUpLine>[]) =>
	checkPlan(makeFollowUp(lines.map((line, place) => ({ ...whole, ...line, number: String(place + 1) })))).filter((finding) =>
		/^missing|prose/.test(finding.rule),
	);

describe('what an assessment lacks', () => {
	it('is nothing where all is stated', () => {
		expect(check({})).toEqual([]);
	});

	it.each([
		['missing-remark', 'remark'],
		['missing-budget', 'budget'],
		['missing-responsible', 'responsible'],
		['missing-progress', 'progress'],
	])('%s', (rule, field) => {
		expect(check({ [field]: null })).toMatchObject([{ rule, severity: 'missing', number: '1' }]);
	});

	it('is also missing where only a dash stands, and the dash is kept', () => {
		expect(check({ budget: ' - ' })).toMatchObject([{ rule: 'missing-budget', text: ' - ' }]);
		expect(check({ budget: '0' })).toEqual([]);
	});

	it('says what the colour was last time', () => {
		const now = makeFollowUp([{ ...whole, progress: null }], { year: 2024 });
		const rounds = [2021, 2023, 2022].map((year) => makeFollowUp([{ ...whole, progress: year === 2023 ? null : 'yellow' }], { year }));
		const later = makeFollowUp([{ ...whole, progress: 'red' }], { year: 2025 });
		expect(checkPlan(now, [...rounds, later]).find((finding) => finding.rule === 'missing-progress')?.details).toEqual({
			lastYear: 2022,
			lastProgress: 'yellow',
		});
	});
});

describe('goal fulfilment', () => {
	it('as prose is a finding for each, with its words', () => {
		expect(check({ fulfilment: null, fulfilmentText: 'Langt til målet.' }, {})).toMatchObject([
			{ rule: 'fulfilment-is-prose', severity: 'unclear', number: '1', text: 'Langt til målet.' },
		]);
		expect(check({ fulfilmentText: 'Gul, og der er langt igen.' })).toEqual([]);
	});

	it('that is missing is one finding for all, or names the only one', () => {
		expect(check({ fulfilment: null }, {}, { fulfilment: null })).toMatchObject([
			{ rule: 'missing-fulfilment', number: null, others: ['1', '3'], details: { count: 2, total: 3 } },
		]);
		expect(check({}, { fulfilment: null })).toMatchObject([{ number: '2', others: [] }]);
	});
});
