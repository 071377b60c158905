import { DomainError } from '../shared/domain-error.ts';
import type { ErrorCode } from '../shared/error-codes.ts';
import type { ReminderPlan } from './reminder-schedule.ts';

/** What a municipality has set about its mails. */
export type MailSettings = ReminderPlan & {
	/** Hour of the Danish day, 0 to 23, that reminders go out from. */
	readonly hour: number;
	/** Day of the weekly mail to those who run the round, 1 for Monday to 7; null for none. */
	readonly digestWeekday: number | null;
	readonly locale: 'da' | 'en';
	/** Days that the words of a mail are kept after it was sent; then only that it was sent is known. */
	readonly keepTextDays: number;
	/** Days until that is forgotten too. */
	readonly keepDays: number;
};

export const usualMailSettings: MailSettings = {
	daysBefore: [14, 7, 1],
	daysAfter: [1, 7, 14],
	minimumGap: 2,
	hour: 7,
	digestWeekday: 1,
	locale: 'da',
	keepTextDays: 90,
	keepDays: 730,
};

/** What each number of the settings may be. */
export const mailSettingBounds = {
	minimumGap: [1, 14],
	hour: [0, 23],
	digestWeekday: [1, 7],
	daysBefore: [0, 365],
	daysAfter: [1, 365],
} as const;
/** So many reminders before the deadline, and after it, at most. */
export const mostReminders = 12;

/** When reminders go out, as somebody types it: days apart with commas, `14, 7, 1`. */
export type TypedMailTimes = { readonly [Name in 'daysBefore' | 'daysAfter' | 'minimumGap' | 'hour']: string };

/** Reads what somebody typed. Throws invalid `mail.days-before-form`, `mail.days-after-form`, `mail.gap-form`, `mail.hour-form`. */
export function readMailTimes(typed: TypedMailTimes): ReminderPlan & Pick<MailSettings, 'hour'> {
	const before = readDays(typed.daysBefore, mailSettingBounds.daysBefore);
	const after = readDays(typed.daysAfter, mailSettingBounds.daysAfter);
	const minimumGap = readWhole(typed.minimumGap, mailSettingBounds.minimumGap);
	const hour = readWhole(typed.hour, mailSettingBounds.hour);
	if (!before) throw refuse('mail.days-before-form', 'daysBefore');
	if (!after) throw refuse('mail.days-after-form', 'daysAfter');
	if (minimumGap === undefined) throw refuse('mail.gap-form', 'minimumGap');
	if (hour === undefined) throw refuse('mail.hour-form', 'hour');
	// The earliest reminder first, as people read them.
	return { daysBefore: before.toReversed(), daysAfter: after, minimumGap, hour };
}

type Bounds = readonly [least: number, most: number];

/** The days from the fewest on, each once; none for an empty text, undefined when one of them is no day. */
function readDays(text: string, bounds: Bounds): number[] | undefined {
	const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
	const days = parts.flatMap((part) => readWhole(part, bounds) ?? []);
	const each = [...new Set(days)].sort((left, right) => left - right);
	return days.length < parts.length || each.length > mostReminders ? undefined : each;
}

function readWhole(text: string, [least, most]: Bounds): number | undefined {
	const number = /^\d{1,3}$/.test(text) ? Number(text) : -1;
	return number >= least && number <= most ? number : undefined;
}

function refuse(code: ErrorCode, name: keyof TypedMailTimes): DomainError {
	const [least, most] = mailSettingBounds[name];
	return new DomainError('invalid', code, { least, most, reminders: mostReminders });
}
