import type { CalendarDate } from '../shared/calendar-date.ts';
import { addDays, countDays, getWeekday } from '../shared/danish-day.ts';

/** Days from one weekly mail to the next at the least, also when the weekday is changed. */
const daysApart = 7;

/** The first day from `today` on that a weekly mail goes: on its weekday (1 is Monday), a week or more after the last. */
export function findDigestDay(today: CalendarDate, weekday: number, last: CalendarDate | null): CalendarDate {
	const earliest = last !== null && countDays(last, today) < daysApart ? addDays(last, daysApart) : today;
	return addDays(earliest, (weekday - getWeekday(earliest) + 7) % 7);
}
