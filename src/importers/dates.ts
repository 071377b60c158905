import { calendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';

/** A text read as a day: the day, or why there is none. `part` is a month, quarter or year without a day. */
export type DateAnswer =
	| { readonly kind: 'day'; readonly date: CalendarDate }
	| { readonly kind: 'impossible' }
	| { readonly kind: 'part' }
	| { readonly kind: 'unreadable' };

const monthStarts: readonly (readonly string[])[] = [
	['jan'],
	['feb'],
	['mar', 'mär', 'mrt'],
	['apr'],
	['maj', 'mai', 'may'],
	['jun'],
	['jul'],
	['aug'],
	['sep'],
	['okt', 'oct'],
	['nov'],
	['dec', 'des'],
];
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$/;
const numeric = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?:\s+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/;
const named = /^(?:den\s+|d\.\s*)?(\d{1,2})\.?(?:st|nd|rd|th)?[\s-]*(\p{L}{3,9})\.?,?[\s-]*(\d{4}|\d{2})$/u;
const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const partOnly =
	/^(?:(?:primo|medio|ultimo|start|slut|forår(?:et)?|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?|\p{L}{3,9}\.?|q[1-4]|[1-4]\.?\s*(?:kvartal|kv\.?|halvår)|\d{1,2}\s*[./-])\s*)?(?:19|20|21)\d{2}(?:\s*[-–]\s*(?:19|20|21)?\d{2})?$/iu;

/**
 * Reads a day as documents write it: `01-jul-21`, `1. juli 2021`, `01.07.2021`, `1/7-2021`, `2021-07-01`; day before month, always.
 * Two digits of a year are 1970 to 2069. A month or a year alone is no day: the first of the month would be invented.
 */
export function readDate(text: string): DateAnswer {
	const trimmed = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
	const match = (form: RegExp) => form.exec(trimmed)?.slice(1) as [string, string, string] | undefined;
	const ymd = match(iso);
	if (ymd) return day(ymd[0], Number(ymd[1]), ymd[2]);
	const dmy = match(numeric);
	if (dmy) return day(dmy[2], Number(dmy[1]), dmy[0]);
	const dMonthY = match(named);
	if (dMonthY) return day(dMonthY[2], findMonth(dMonthY[1]), dMonthY[0]);
	const monthDY = match(monthFirst);
	if (monthDY) return day(monthDY[2], findMonth(monthDY[0]), monthDY[1]);
	return { kind: partOnly.test(trimmed) ? 'part' : 'unreadable' };
}

/**
 * The day of an Excel serial number, days since 1899-12-30 (or 1904-01-01): 44378 is 2021-07-01.
 * Only for cells known to be dates. Serial 60 of the 1900 system is a day that never was, and gives `undefined`.
 */
export function readSerialDate(serial: number, system: 1900 | 1904 = 1900): CalendarDate | undefined {
	const whole = Math.floor(serial);
	if (!Number.isFinite(whole) || whole < 0 || (system === 1900 && whole === 60)) return undefined;
	const epoch = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
	return dayOf(new Date(epoch + whole * 86_400_000));
}

/** The calendar day of a moment at midnight UTC. */
export function dayOf(moment: Date): CalendarDate | undefined {
	return calendarDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

function day(year: string, month: number | undefined, dayOfMonth: string): DateAnswer {
	if (month === undefined) return { kind: 'unreadable' };
	const short = Number(year);
	const full = year.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
	const date = calendarDate(full, month, Number(dayOfMonth));
	return date ? { kind: 'day', date } : { kind: 'impossible' };
}

function findMonth(word: string): number | undefined {
	const at = monthStarts.findIndex((starts) => starts.some((start) => word.startsWith(start)));
	return at < 0 ? undefined : at + 1;
}
