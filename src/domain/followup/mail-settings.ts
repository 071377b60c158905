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
export const mailSettingBounds = { minimumGap: [1, 14], hour: [0, 23], digestWeekday: [1, 7] } as const;
