import { isYear } from './year.ts';

/** A day without time or zone, as `2021-07-01` (ISO 8601). Sorts as text. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns the day, or `undefined` when the parts are not a real day of the Gregorian calendar, 1900 to 2199. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
	if (![month, day].every(Number.isInteger)) return undefined;
	if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}

/** Reads `2021-07-01`; `undefined` for anything else. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
	const parts = form.exec(text);
	return parts ? calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

function daysIn(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
