import type { RoundMeeting } from '#domain/followup/round-stage.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { DomainError } from '#domain/shared/domain-error.ts';

const textLimit = 1000;

type Text = string | null;

/**
 * A meeting as it is stored; null when nothing of it is stated. Throws invalid `round.meeting-missing` for a day or a case number without
 * whom it was presented to, `round.meeting-date-form`, `round.text-too-long`.
 */
export function readMeeting(meeting: RoundMeeting | null): RoundMeeting | null {
	const [body, date, caseNumber] = [meeting?.body, meeting?.date, meeting?.caseNumber].map(readRoundText) as [Text, Text, Text];
	if (date !== null && !parseCalendarDate(date)) throw new DomainError('invalid', 'round.meeting-date-form');
	if (body !== null) return { body, date, caseNumber };
	if (date !== null || caseNumber !== null) throw new DomainError('invalid', 'round.meeting-missing');
	return null;
}

/** A text typed about a round without outer spaces; null when empty. Throws invalid `round.text-too-long`. */
export function readRoundText(text: string | null | undefined): string | null {
	const read = text?.replaceAll('\u0000', '').toWellFormed().trim() || null;
	if (read && read.length > textLimit) throw new DomainError('invalid', 'round.text-too-long', { limit: textLimit });
	return read;
}
