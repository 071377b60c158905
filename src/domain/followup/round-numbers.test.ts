import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, type CalendarDate } from '../shared/calendar-date.ts';
import { answerStatuses } from './answer.ts';
import { isOpenForCoordinators, isOpenForOwners, isOpenForReview } from './answer-stage.ts';
import { countAnswers, isAnswered, isOverTime } from './round-numbers.ts';
import { roundStages } from './round-stage.ts';

const day = (month: number, date: number) => calendarDate(2026, month, date) as CalendarDate;

describe('the numbers of a round', () => {
	it('count an answer as over time from the day after the deadline, until it is given', () => {
		expect(isOverTime('waiting', day(5, 1), day(5, 1))).toBe(false);
		expect(isOverTime('waiting', day(5, 1), day(5, 2))).toBe(true);
		expect(isOverTime('sent back', day(5, 1), day(5, 2))).toBe(true);
		expect(isOverTime('answered', day(5, 1), day(5, 2))).toBe(false);
	});

	it('add up', () => {
		const anyAnswer = fc.record({
			status: fc.constantFrom(...answerStatuses),
			breaksGuide: fc.boolean(),
			isOverTime: fc.boolean(),
			persons: fc.array(fc.string(), { maxLength: 2 }),
		});
		fc.assert(
			fc.property(fc.array(anyAnswer), (answers) => {
				const numbers = countAnswers(answers);
				expect(numbers.answered + numbers.waiting).toBe(answers.length);
				expect(Object.values(numbers.byStatus).reduce((sum, count) => sum + count, 0)).toBe(numbers.total);
				expect(numbers.answered).toBe(answers.filter(({ status }) => isAnswered(status)).length);
				expect(numbers.unassigned).toBe(answers.filter(({ persons }) => persons.length === 0).length);
			}),
		);
	});
});

describe('who can save when', () => {
	it('owners while answers are collected, and in the review what was sent back', () => {
		const open = roundStages.flatMap((stage) =>
			answerStatuses.filter((status) => isOpenForOwners(stage, status)).map((status) => [stage, status]),
		);
		expect(open).toEqual([...answerStatuses.map((status) => ['collecting', status]), ['review', 'sent back']]);
	});

	it('coordinators until the round is approved, and nobody after', () => {
		expect(roundStages.filter(isOpenForCoordinators)).toEqual(['open', 'collecting', 'review']);
		expect(roundStages.filter(isOpenForReview)).toEqual(['collecting', 'review']);
	});
});
