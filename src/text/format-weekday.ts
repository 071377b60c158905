import type { Locale } from './locale.ts';

/** The name of a weekday, 1 for Monday to 7: `mandag`, `Monday`. */
export function formatWeekday(weekday: number, locale: Locale): string {
	// 5 January 1970 was a Monday.
	const day = new Date(Date.UTC(1970, 0, 4 + weekday));
	return new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(day);
}
