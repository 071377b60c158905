import { describe, expect, it } from 'vitest';
import { makeFollowUp, type MadeUpLine } from '../../../../test/made-up-follow-up.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { checkPlan } from './check-plan.ts';

const rules = ['under-way-without-start', 'under-way-before-start', 'start-passed-not-started'];

/** The findings on dates for one initiative, in a round of 2023. */
function check(state: MadeUpLine['state'], start: string | null, statusDate: string | null = null) {
	const startDate = start === null ? null : (parseCalendarDate(start) ?? null);
	const followUp = makeFollowUp([{ number: '1', state, startDate }], { year: 2023, statusDate });
	return checkPlan(followUp)
		.filter((finding) => rules.includes(finding.rule))
		.map((finding) => finding.rule);
}

describe('a start date held against the state', () => {
	it('is missing where an initiative is under way', () => {
		expect(check('in progress', null)).toEqual(['under-way-without-start']);
		expect(check('partly in progress', null)).toEqual(['under-way-without-start']);
		for (const state of ['planning', 'not started', 'on hold', 'completed', null] as const) expect(check(state, null)).toEqual([]);
	});

	it('may not lie ahead of an initiative that is under way', () => {
		expect(check('partly in progress', '2025-01-01')).toEqual(['under-way-before-start']);
		expect(check('in progress', '2023-12-31')).toEqual([]);
		expect(check('in progress', '2024-01-01')).toEqual(['under-way-before-start']);
		expect(check('planning', '2025-01-01')).toEqual([]);
		expect(check('not started', '2025-01-01')).toEqual([]);
	});

	it('may not have passed for an initiative that is not started', () => {
		expect(check('not started', '2022-01-01')).toEqual(['start-passed-not-started']);
		expect(check('planning', '2022-01-01')).toEqual([]);
		expect(check('on hold', '2022-01-01')).toEqual([]);
	});

	it('is held against the status date, and without one against the whole year', () => {
		expect(check('not started', '2023-06-01')).toEqual([]);
		expect(check('not started', '2023-06-01', '2023-09-01')).toEqual(['start-passed-not-started']);
		expect(check('not started', '2023-06-01', '2023-06-01')).toEqual([]);
		expect(check('in progress', '2023-06-01', '2023-05-01')).toEqual(['under-way-before-start']);
	});
});
