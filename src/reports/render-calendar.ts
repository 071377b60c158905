import { createEvents, type EventAttributes } from 'ics';
import type { CalendarEntry } from '#domain/followup/calendar-entry.ts';
import { addDays } from '#domain/shared/danish-day.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import type { Locale } from '#text/locale.ts';
import { countInitiatives } from '#text/mail-labels.ts';
import { m } from '#text/paraglide/messages.js';

export type CalendarOptions = { readonly municipality: string; readonly locale: Locale };

/** Deadlines as an iCalendar feed (RFC 5545): all-day entries that take up no time, each the same entry whenever the feed is read. */
export function renderCalendar(entries: readonly CalendarEntry[], { municipality, locale }: CalendarOptions): string {
	const calName = m.mail_calendar_name({ municipality: m.web_municipality_name({ name: municipality }, { locale }) }, { locale });
	const header = { productId: '-//Fremdrift//DA', calName };
	const { error, value } = createEvents(
		entries.map((entry) => describeEntry(entry, locale)),
		header,
	);
	if (error || !value) throw error ?? new Error('no calendar was made');
	return value;
}

function describeEntry(entry: CalendarEntry, locale: Locale): EventAttributes {
	const { planId, year, deadline, link } = entry;
	return {
		uid: `${planId}-${year}@fremdrift`,
		title: nameEntry(entry, locale),
		start: splitDay(deadline),
		end: splitDay(addDays(deadline, 1)),
		url: link,
		description: link,
		transp: 'TRANSPARENT',
	};
}

function nameEntry({ year, waiting, progress }: CalendarEntry, locale: Locale): string {
	if (waiting > 0) return m.mail_calendar_event({ what: countInitiatives(waiting, locale), year }, { locale });
	if (progress) return m.mail_calendar_event_run({ year, ...progress }, { locale });
	return m.mail_calendar_event_answered({ year }, { locale });
}

function splitDay(day: CalendarDate): [number, number, number] {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	return [year, month, date];
}
