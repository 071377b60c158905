import type { CalendarDate } from '../shared/calendar-date.ts';
import { addDays, countDays } from '../shared/danish-day.ts';
import type { MailKind } from './mail.ts';

/** When owners are reminded. All lengths are days. */
export type ReminderPlan = {
	/** Days before the deadline a reminder is due. */
	readonly daysBefore: readonly number[];
	/** Days after it. */
	readonly daysAfter: readonly number[];
	/** Between two mails to the same person, at least; 1 is every day. A reminder that falls inside is put off, not lost. */
	readonly minimumGap: number;
};

/** What is known of a person and a round on a day. Days are Danish. */
export type ReminderStanding = {
	/** First day that answers are collected. */
	readonly collectingSince: CalendarDate;
	readonly deadline: CalendarDate;
	/** Initiatives the person, or those it stands in for, has yet to answer about. */
	readonly waiting: number;
	/** Of these, how many were sent back since the latest mail to the person and have lain long enough to be told of. */
	readonly newlySentBack: number;
	/** Whether a mail has gone to the person since collecting began: one of the same day may be of the round before. */
	readonly isTold: boolean;
	/** Days that gathered mails went to the person, in any order. */
	readonly mailedOn: readonly CalendarDate[];
};

/** Mails of a round that go to those who answer. */
export const ownerMailKinds = ['invitation', 'reminder', 'overdue', 'sent back'] as const satisfies readonly MailKind[];
export type OwnerMailKind = (typeof ownerMailKinds)[number];

/**
 * Which mail a person is due on a day about a round that collects answers; undefined for none. The first is the invitation.
 * After it, the latest day of the schedule that has come since the person's latest mail counts, so that a day on which nothing
 * ran is made up for and two missed days give one mail. An answer sent back is told of at once, but never twice on a day.
 */
export function findDueMail(standing: ReminderStanding, today: CalendarDate, plan: ReminderPlan): OwnerMailKind | undefined {
	const { collectingSince, deadline, waiting, newlySentBack, isTold, mailedOn } = standing;
	if (waiting === 0 || today < collectingSince || mailedOn.includes(today)) return undefined;
	const last = mailedOn.reduce<CalendarDate | undefined>((latest, day) => (!latest || day > latest ? day : latest), undefined);
	if (newlySentBack > 0) return 'sent back';
	if (last && countDays(last, today) < plan.minimumGap) return undefined;
	if (!last || !isTold) return 'invitation';
	const isDue = listReminderDays(deadline, plan).some((day) => day > last && day <= today);
	if (!isDue) return undefined;
	return today > deadline ? 'overdue' : 'reminder';
}

/** The days that reminders are due for a deadline, earliest first. */
export function listReminderDays(deadline: CalendarDate, { daysBefore, daysAfter }: ReminderPlan): CalendarDate[] {
	const offsets = [...daysBefore.map((days) => -days), ...daysAfter];
	return [...new Set(offsets)].sort((left, right) => left - right).map((days) => addDays(deadline, days));
}
