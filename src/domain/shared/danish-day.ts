import type { CalendarDate } from './calendar-date.ts';

/** Day and hour (0 to 23) at a point in time. */
export type DayAndHour = { readonly day: CalendarDate; readonly hour: number };

// Making a form costs more than writing with it a hundred times.
const copenhagen = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/Copenhagen',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	hourCycle: 'h23',
});

/** The Danish day and hour at a point in time: half past eleven in the evening of 30 June in Greenwich is 1 July here. */
export function getDanishDay(at: Date): DayAndHour {
	const parts = new Map(copenhagen.formatToParts(at).map(({ type, value }) => [type, value]));
	const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}` as CalendarDate;
	return { day, hour: Number(parts.get('hour')) };
}

export const dayInMilliseconds = 86_400_000;

/** The day so many days later; earlier for a negative number. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
	return new Date(Date.parse(day) + days * dayInMilliseconds).toISOString().slice(0, 10) as CalendarDate;
}

/** How many days `later` comes after `earlier`; negative when it comes before. */
export function countDays(earlier: CalendarDate, later: CalendarDate): number {
	return Math.round((Date.parse(later) - Date.parse(earlier)) / dayInMilliseconds);
}

/** 1 for Monday to 7 for Sunday. */
export function getWeekday(day: CalendarDate): number {
	return new Date(Date.parse(day)).getUTCDay() || 7;
}
