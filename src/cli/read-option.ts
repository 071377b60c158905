import { parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
import type { PartKind, ReportPart } from '#domain/followup/report-part.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { parseYear } from '#domain/shared/year.ts';

/** Reads a year of four digits. @throws DomainError `cli.round-form` */
export function readYear(text: string): number {
	const year = parseYear(text);
	if (year === undefined) throw new DomainError('invalid', 'cli.round-form', { value: text });
	return year;
}

/** Reads a day such as 2023-12-31. @throws DomainError `cli.date-form` */
export function readDay(text: string): CalendarDate {
	const day = parseCalendarDate(text);
	if (day === undefined) throw new DomainError('invalid', 'cli.date-form', { value: text });
	return day;
}

/** Makes a reader that takes one of a few words. @throws DomainError `cli.choice-form` */
export function readChoice<Choice extends string>(option: string, choices: readonly Choice[]): (text: string) => Choice {
	return (text) => {
		const found = choices.find((choice) => choice === text);
		if (!found) throw new DomainError('invalid', 'cli.choice-form', { option, value: text, choices: choices.join(', ') });
		return found;
	};
}

/** The words for a part of a report, as in an address and in the code's language. */
const partWords: Readonly<Record<string, PartKind>> = {
	udvalg: 'committee',
	committee: 'committee',
	afsnit: 'section',
	section: 'section',
	enhed: 'unit',
	unit: 'unit',
	verdensmaal: 'sdg',
	sdg: 'sdg',
	tema: 'theme',
	theme: 'theme',
};

/** Reads what a report is limited to, such as `verdensmaal=13`. @throws DomainError `cli.choice-form` */
export function readPart(text: string): ReportPart {
	const [word = '', ...rest] = text.split('=');
	const kind = partWords[word.toLowerCase()];
	const value = rest.join('=').trim();
	if (!kind || value === '') {
		const choices = ['udvalg', 'afsnit', 'enhed', 'verdensmaal', 'tema'].map((each) => `${each}=…`).join(', ');
		throw new DomainError('invalid', 'cli.choice-form', { option: '--only', value: text, choices });
	}
	return { kind, value };
}

/** Reads the version of a published report, from 1. @throws DomainError `cli.choice-form` */
export function readReportVersion(text: string): number {
	if (!/^[1-9]\d{0,3}$/.test(text))
		throw new DomainError('invalid', 'cli.choice-form', { option: '--report-version', value: text, choices: '1, 2, 3' });
	return Number(text);
}

/** Makes a reader that takes a whole number from nothing up to a limit. @throws DomainError `cli.choice-form` */
export function readCount(option: string, most: number): (text: string) => number {
	return (text) => {
		if (!/^\d{1,9}$/.test(text) || Number(text) > most)
			throw new DomainError('invalid', 'cli.choice-form', { option, value: text, choices: `0-${most}` });
		return Number(text);
	};
}
