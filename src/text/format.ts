import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

// The regional form decides grouping and order: "en" alone would print American dates.
const tags: Record<Locale, string> = { da: 'da-DK', en: 'en-GB' };

// Making a form costs more than writing with it a hundred times, and a page writes hundreds of numbers.
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const listFormats = new Map<string, Intl.ListFormat>();

function keep<Form>(forms: Map<string, Form>, key: string, make: () => Form): Form {
	const form = forms.get(key) ?? make();
	forms.set(key, form);
	return form;
}

/**
 * A number in the reader's way: `1.234,5` in Danish, `1,234.5` in English. `digits` fixes the number of decimals;
 * without it up to three are shown.
 */
export function formatNumber(value: number, locale: Locale, digits?: number): string {
	const options = { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 3, useGrouping: 'always' } as const;
	return keep(numberFormats, `${locale} ${digits ?? ''}`, () => new Intl.NumberFormat(tags[locale], options)).format(value);
}

/** A quantity of greenhouse gases in tonnes, whole: `33.980 ton CO2e`. */
export function formatTonnes(tonnes: number, locale: Locale): string {
	return m.domain_amount_tonnes({ amount: formatNumber(tonnes, locale, 0) }, { locale });
}

/** A share as per cent with at most one decimal: 0.855 is `85,5 %` in Danish and `85.5%` in English. */
export function formatShare(share: number, locale: Locale): string {
	const options = { style: 'percent', maximumFractionDigits: 1 } as const;
	return keep(numberFormats, `${locale} %`, () => new Intl.NumberFormat(tags[locale], options)).format(share);
}

/** A day such as `2021-07-01` written out: `1. juli 2021`, `1 July 2021`. A text that is no day comes back as it is. */
export function formatDate(date: string, locale: Locale): string {
	return format(date, locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The same day for narrow columns: `01.07.2021`, `01/07/2021`. */
export function formatShortDate(date: string, locale: Locale): string {
	return format(date, locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** A point in time as Danish readers keep it, in Copenhagen's time: `1. juli 2021 kl. 14.05`. */
export function formatTime(time: Date, locale: Locale): string {
	const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' } as const;
	return keep(dateFormats, `${locale} time`, () => new Intl.DateTimeFormat(tags[locale], options)).format(time);
}

/** The time of day alone, in Copenhagen's time: `14.05`. */
export function formatClock(time: Date, locale: Locale): string {
	const options = { timeStyle: 'short', timeZone: 'Europe/Copenhagen' } as const;
	return keep(dateFormats, `${locale} clock`, () => new Intl.DateTimeFormat(tags[locale], options)).format(time);
}

/** Joins as a sentence does: `4, 9 og 12`. */
export function formatList(parts: readonly string[], locale: Locale): string {
	return keep(listFormats, locale, () => new Intl.ListFormat(tags[locale], { type: 'conjunction' })).format(parts);
}

/** What stands between so many parts when they are joined as a sentence does: `, ` and ` og `. */
export function listSeparators(count: number, locale: Locale): string[] {
	const form = keep(listFormats, locale, () => new Intl.ListFormat(tags[locale], { type: 'conjunction' }));
	const parts = form.formatToParts(Array.from({ length: count }, String));
	return parts.filter(({ type }) => type === 'literal').map(({ value }) => value);
}

/** Things of which one is meant: `a, b eller c`. */
export function formatChoice(parts: readonly string[], locale: Locale): string {
	return keep(listFormats, `${locale} or`, () => new Intl.ListFormat(tags[locale], { type: 'disjunction' })).format(parts);
}

function format(date: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
	const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
	if (!parts) return date;
	// A calendar day has no zone: read and print it in the same one, or it moves a day in the other half of the world.
	const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
	const form = () => new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: 'UTC' });
	return keep(dateFormats, `${locale} ${options.month ?? ''}`, form).format(day);
}

/** Words as they begin a sentence. */
export function capitalise(words: string, locale: Locale): string {
	return words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
}
