import type { MailContent } from '#domain/followup/mail-content.ts';
import { takeSome } from '#domain/shared/take-some.ts';
import { countDays } from '#domain/shared/danish-day.ts';
import { formatDate, formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import type { MailLine } from './mail-frame.ts';
import { countInitiatives } from './mail-labels.ts';
import { m } from './paraglide/messages.js';

export type MailOptions = { readonly locale: Locale };
/** What the sentences of a mail are filled with. */
export type MailWords = { what: string; deadline: string; when: string; year: number; municipality: string };
export type MailSentence = (words: MailWords, options: MailOptions) => string;

/** What a mail says beside its greeting and its button; `rest` stands after the list. */
export type MailParts = {
	readonly subject: string;
	readonly opening: string;
	readonly listTitle: string;
	readonly list: readonly string[];
	readonly rest: readonly MailLine[];
	/** How many initiatives it is about. */
	readonly about: number;
};

/** The words of a mail about so many initiatives. */
export function chooseMailWords({ deadline, day, year, municipality }: MailContent, count: number, options: MailOptions): MailWords {
	const date = formatDate(deadline, options.locale);
	return {
		what: countInitiatives(count, options.locale),
		deadline: date,
		when: sayWhen(countDays(day, deadline), date, options),
		year,
		municipality: m.web_municipality_name({ name: municipality }, options),
	};
}

function sayWhen(days: number, deadline: string, options: MailOptions): string {
	if (days <= 0) return m.mail_when_today({ deadline }, options);
	return days === 1 ? m.mail_when_tomorrow({ deadline }, options) : m.mail_when_days({ days, deadline }, options);
}

/** As many as a mail lists: more is for the page. */
export const mostListed = 10;

/** The first of many, and how many more there are. */
export function listSome(items: readonly string[], { locale }: MailOptions): string[] {
	const { first, more } = takeSome(items, mostListed);
	return more === 0 ? [...first] : [...first, m.mail_list_more({ count: more, number: formatNumber(more, locale) }, { locale })];
}
