import { parseCalendarDate, type CalendarDate } from '../shared/calendar-date.ts';

type Dates = { readonly deadline: string; readonly statusDate: string };
type LastRound = { readonly year: number; readonly statusDate: string | null };

/** The status date that a new round is proposed with, and why. */
export type ProposedStatusDate = {
	readonly statusDate: CalendarDate;
	/** The day of the last round's status date in the new one's year; null where the last had none, or the year has no such day. */
	readonly asLast: CalendarDate | null;
};

/**
 * The same day of the year as in the last round, as long after the round's own year (the report of 2023 may describe March 2024), or the
 * deadline where that comes first: what nobody has answered yet cannot be described.
 */
export function proposeStatusDate(last: LastRound | undefined, year: number, deadline: CalendarDate): ProposedStatusDate {
	const asLast = findSameDay(last, year);
	return { statusDate: asLast && asLast < deadline ? asLast : deadline, asLast };
}

/** The status date of a round: one left as it was proposed, or as it stood, comes no later than a deadline that was set earlier than proposed. */
export function followDeadline(proposed: string, { deadline, statusDate }: Dates): string {
	return statusDate === proposed && deadline !== '' && deadline < statusDate ? deadline : statusDate;
}

function findSameDay(last: LastRound | undefined, year: number): CalendarDate | null {
	if (!last?.statusDate) return null;
	const later = Number(last.statusDate.slice(0, 4)) - last.year;
	return parseCalendarDate(`${year + later}${last.statusDate.slice(4)}`) ?? null;
}
