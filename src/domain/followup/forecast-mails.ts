import type { CalendarDate } from '../shared/calendar-date.ts';
import { addDays, countDays, dayInMilliseconds } from '../shared/danish-day.ts';
import { gatherMails, quietMinutes, type GatheredMail, type MailOccasion } from './gather-mails.ts';
import { listReminderDays, type OwnerMailKind, type ReminderPlan } from './reminder-schedule.ts';

/** The mails of a kind that will go on a day when nobody answers or is sent anything back before it. */
export type ExpectedMails = { readonly day: CalendarDate; readonly kind: OwnerMailKind; readonly count: number };

/**
 * Every mail to come to those who have yet to answer and can be reached, by day and kind, the earliest first: day for day what would be
 * sent, as `gatherMails` finds it when the mails of the days before have gone. So what the least number of days between two mails puts off
 * stands on the day that it will go.
 */
export function forecastMails(
	occasion: MailOccasion,
	{ now, today }: { readonly now: Date; readonly today: CalendarDate },
	plan: ReminderPlan,
): ExpectedMails[] {
	const mailed = [...occasion.mailed];
	const expected: ExpectedMails[] = [];
	const days = new Set(listFirstDays(occasion, today, plan));
	const passed = new Set<CalendarDate>();
	for (let day = findNext(days, passed); day !== undefined; day = findNext(days, passed)) {
		passed.add(day);
		const then = findMoment(now, today, day);
		const due = gatherMails({ ...occasion, mailed }, { now: then, today: day }, plan);
		mailed.push(...due.map(({ person }): GatheredMail => ({ personId: person.id, day, queuedAt: then })));
		const kinds = Map.groupBy(due, ({ kind }) => kind);
		expected.push(...[...kinds].map(([kind, mails]) => ({ day, kind, count: mails.length })));
		// What falls within the gap after these is put off to its end.
		if (due.length > 0) days.add(addDays(day, plan.minimumGap));
	}
	return expected;
}

/** What was sent back a moment ago has lain long enough by the time that the mails of a day go. */
function findMoment(now: Date, today: CalendarDate, day: CalendarDate): Date {
	const quiet = quietMinutes * 60_000;
	return new Date(now.getTime() + countDays(today, day) * dayInMilliseconds + quiet);
}

/**
 * Every day from today on that a mail can fall on before any of the forecast has gone: a day of the schedule, the end of the gap after a
 * mail that went, tomorrow for what was sent back on the day of a mail, and the days that somebody begins or ends to stand in.
 */
function listFirstDays({ rounds, mailed, standIns }: MailOccasion, today: CalendarDate, plan: ReminderPlan): CalendarDate[] {
	const scheduled = rounds.flatMap(({ deadline, collectingSince }) => [collectingSince, ...listReminderDays(deadline, plan)]);
	const putOff = mailed.map(({ day }) => addDays(day, plan.minimumGap));
	const stoodIn = standIns.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]);
	return [today, addDays(today, 1), ...scheduled, ...putOff, ...stoodIn].filter((day) => day >= today);
}

function findNext(days: ReadonlySet<CalendarDate>, passed: ReadonlySet<CalendarDate>): CalendarDate | undefined {
	return [...days].filter((day) => !passed.has(day)).sort()[0];
}
