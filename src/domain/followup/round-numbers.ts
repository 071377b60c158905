import type { CalendarDate } from '../shared/calendar-date.ts';
import type { AnswerStatus } from './answer.ts';

/** The four numbers of a round's page, and the finer counts behind them. */
export type RoundNumbers = {
	readonly total: number;
	/** Answered or accepted. */
	readonly answered: number;
	/** Not answered, begun, or sent back. `answered` and `waiting` add up to `total`. */
	readonly waiting: number;
	/** Another colour than the reading guide's. */
	readonly breaksGuide: number;
	/** Still waiting after the deadline. */
	readonly overTime: number;
	readonly byStatus: Readonly<Record<AnswerStatus, number>>;
	/** Nobody is asked. */
	readonly unassigned: number;
};

export type CountedAnswer = {
	readonly status: AnswerStatus;
	readonly breaksGuide: boolean;
	readonly isOverTime: boolean;
	readonly persons: readonly unknown[];
};

/** True when the answer has been given, whether or not it is accepted yet. */
export function isAnswered(status: AnswerStatus): boolean {
	return status === 'answered' || status === 'accepted';
}

/** True when an answer is not given and the last day to give it is past. The deadline's own day still counts as in time. */
export function isOverTime(status: AnswerStatus, deadline: CalendarDate, today: CalendarDate): boolean {
	return !isAnswered(status) && today > deadline;
}

/** Counts the answers of a round. */
export function countAnswers(answers: readonly CountedAnswer[]): RoundNumbers {
	const byStatus = { waiting: 0, draft: 0, answered: 0, 'sent back': 0, accepted: 0 };
	for (const { status } of answers) byStatus[status] += 1;
	const answered = byStatus.answered + byStatus.accepted;
	return {
		total: answers.length,
		answered,
		waiting: answers.length - answered,
		breaksGuide: answers.filter((each) => each.breaksGuide).length,
		overTime: answers.filter((each) => each.isOverTime).length,
		byStatus,
		unassigned: answers.filter(({ persons }) => persons.length === 0).length,
	};
}
