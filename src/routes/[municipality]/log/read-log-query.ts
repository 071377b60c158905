import { auditEvents } from '#domain/access/audit-event.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import type { LogInput } from '#usecases/audit/view-log.ts';
import { changedThings } from './log-words.ts';

/** Names of the fields in the address. */
export const queryNames = { person: 'person', what: 'hvad', from: 'fra', until: 'til', page: 'side', asOf: 'pr' } as const;

export type LogQuery = {
	readonly filter: LogInput['filter'];
	/** What was chosen, as the form shows it again: an event, or a thing that was changed. */
	readonly what: string;
	readonly page: number;
	/** When the first page was asked for. */
	readonly asOf: Date | undefined;
};

/** Reads what the log is asked for, in small or capital letters. What cannot be understood limits nothing. */
export function readLogQuery(search: URLSearchParams): LogQuery {
	const text = (name: string) => (search.get(name) ?? '').trim().slice(0, 100);
	// Ids and the words for what happened are in small letters, wherever an address was typed or written off.
	const choice = (name: string) => text(name).toLowerCase();
	const what = choice(queryNames.what);
	const day = (name: string) => parseCalendarDate(text(name));
	const page = Number(text(queryNames.page));
	const asOf = new Date(text(queryNames.asOf));
	return {
		filter: {
			person: choice(queryNames.person) || undefined,
			event: auditEvents.find((event) => event === what),
			entity: changedThings.find((thing) => thing === what),
			from: day(queryNames.from),
			until: day(queryNames.until),
		},
		what,
		page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
		asOf: Number.isNaN(asOf.getTime()) ? undefined : asOf,
	};
}

/** The same question as an address asks it, for another page or the file. */
export function writeLogQuery({ filter, what }: LogQuery, page = 1, asOf?: Date): string {
	const search = new URLSearchParams();
	const put = (name: string, value: string | undefined) => value && search.set(name, value);
	put(queryNames.person, filter.person);
	put(queryNames.what, what);
	put(queryNames.from, filter.from);
	put(queryNames.until, filter.until);
	if (page > 1) put(queryNames.page, String(page));
	if (page > 1) put(queryNames.asOf, asOf?.toISOString());
	const text = search.toString();
	return text === '' ? '' : `?${text}`;
}
