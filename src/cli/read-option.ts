import { parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
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
