import type { CalendarDate } from '../shared/calendar-date.ts';
import { addDays } from '../shared/danish-day.ts';
import { gatherMails, quietMinutes, type MailOccasion } from './gather-mails.ts';
import { listReminderDays, type OwnerMailKind, type ReminderPlan } from './reminder-schedule.ts';

/** The mails of a kind that will go on a day when nobody answers or is sent anything back before it. */
export type ExpectedMails = { readonly day: CalendarDate; readonly kind: OwnerMailKind; readonly count: number };

const dayInMilliseconds = 86_400_000;

/**
 * The next mail of everybody who has yet to answer and can be reached, by day and kind, the earliest first: what is put off by the least
 * number of days between two mails, or waits for its day, is not forgotten. Who has no more to come is left out, and so are `told`, ids
 * of those who have a mail coming that is told of already.
 */
export function forecastMails(
	occasion: MailOccasion,
	{ now, today }: { readonly now: Date; readonly today: CalendarDate },
	plan: ReminderPlan,
	told: readonly string[] = [],
): ExpectedMails[] {
	const passed = new Set(told);
	const expected: ExpectedMails[] = [];
	for (const day of listCandidates(occasion, today, plan)) {
		const days = (Date.parse(day) - Date.parse(today)) / dayInMilliseconds;
		// What was sent back a moment ago has lain long enough by the time that the mails go.
		const then = new Date(now.getTime() + days * dayInMilliseconds + quietMinutes * 60_000);
		const news = gatherMails(occasion, { now: then, today: day }, plan).due.filter(({ person }) => !passed.has(person.id));
		for (const { person } of news) passed.add(person.id);
		const kinds = Map.groupBy(news, ({ kind }) => kind);
		expected.push(...[...kinds].map(([kind, mails]) => ({ day, kind, count: mails.length })));
	}
	return expected;
}

/** Every day that a person's next mail can fall on: what is put off comes within the gap, the rest on a day of the schedule. */
function listCandidates({ rounds }: MailOccasion, today: CalendarDate, plan: ReminderPlan): CalendarDate[] {
	const soon = Array.from({ length: plan.minimumGap + 1 }, (_, days) => addDays(today, days));
	const later = rounds.flatMap(({ deadline, collectingSince }) => [collectingSince, ...listReminderDays(deadline, plan)]);
	return [...new Set([...soon, ...later.filter((day) => day > today)])].sort();
}
