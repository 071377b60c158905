import { answerFields } from '#domain/followup/answer.ts';
import { remarkLimits, type RoundRun } from '#domain/followup/round-run.ts';
import { parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { RoundSettingsInput } from './inputs.ts';

/** What a round is run by, apart from its reading guide. */
export type RoundSettings = Pick<RoundRun, 'deadline' | 'askedFields' | 'remarkLimit' | 'contact'>;

const contactLimit = 500;

/**
 * What a coordinator has set, checked. A deadline that has passed may stay (`kept`), and no other can be chosen.
 * @throws DomainError invalid `round.deadline-form`, `round.deadline-past`, `round.fields-missing`, `round.remark-limit`,
 *   `round.text-too-long`
 */
export function readSettings(
	{ deadline, askedFields, remarkLimit, contact }: RoundSettingsInput,
	today: CalendarDate,
	kept?: CalendarDate,
): RoundSettings {
	const fields = answerFields.filter((field) => askedFields.includes(field));
	if (fields.length === 0) throw new DomainError('invalid', 'round.fields-missing');
	const { least, most } = remarkLimits;
	if (!Number.isInteger(remarkLimit) || remarkLimit < least || remarkLimit > most) {
		throw new DomainError('invalid', 'round.remark-limit', { least, most });
	}
	return { deadline: readDeadline(deadline, today, kept), askedFields: fields, remarkLimit, contact: readContact(contact) };
}

function readDeadline(text: string, today: CalendarDate, kept: CalendarDate | undefined): CalendarDate {
	const day = parseCalendarDate(text);
	if (!day) throw new DomainError('invalid', 'round.deadline-form');
	if (day < today && day !== kept) throw new DomainError('invalid', 'round.deadline-past', { deadline: day });
	return day;
}

/** Throws invalid `round.status-date-form` for what is no day; nothing typed is no date. */
export function readStatusDate(text: string | null): CalendarDate | null {
	if (!text?.trim()) return null;
	const day = parseCalendarDate(text.trim());
	if (!day) throw new DomainError('invalid', 'round.status-date-form');
	return day;
}

function readContact(text: string | null): string | null {
	const contact = text?.replaceAll('\u0000', '').toWellFormed().trim() || null;
	if (contact && contact.length > contactLimit) throw new DomainError('invalid', 'round.text-too-long', { limit: contactLimit });
	return contact;
}
