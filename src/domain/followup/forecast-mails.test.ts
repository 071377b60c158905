import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import type { CalendarDate } from '../shared/calendar-date.ts';
import { addDays } from '../shared/danish-day.ts';
import { forecastMails } from './forecast-mails.ts';
import { gatherMails, type MailOccasion, type MailRound } from './gather-mails.ts';

const day = (text: string) => text as CalendarDate;
const plan = { daysBefore: [14, 7, 1], daysAfter: [1, 7, 14], minimumGap: 2 };
const makePerson = (id: string): Person => ({
	...{ id, name: `Prøveperson ${id}`, email: `${id}@example.org`, role: 'owner', unitId: null },
	...{ bounce: null, leftAt: null, erasedAt: null, version: 1 },
});
const round: MailRound = {
	...{ planId: 'plan', year: 2024, isInReview: false, contact: null },
	...{ deadline: day('2026-05-01'), collectingSince: day('2026-03-01'), collectingFrom: new Date('2026-03-01T07:00:00Z') },
};
const ask = (personId: string, sentBackAt: Date | null = null) => ({ planId: 'plan', year: 2024, initiativeId: '1', personId, sentBackAt });
const mailedOn = (personId: string, on: string) => ({ personId, day: day(on), queuedAt: new Date(`${on}T08:00:00Z`) });
const occasion = (more: Partial<MailOccasion>): MailOccasion => ({
	...{ rounds: [round], waiting: [], people: ['a', 'b'].map(makePerson), standIns: [], mailed: [], ...more },
});
const at = (text: string) => ({ now: new Date(`${text}T09:00:00Z`), today: day(text) });

it('tells when a mail that the gap holds back will go, and the next reminder of who has had one', () => {
	const mailed = [mailedOn('a', '2026-02-28'), mailedOn('b', '2026-03-01')];
	expect(forecastMails(occasion({ waiting: [ask('a'), ask('b')], mailed }), at('2026-03-01'), plan)).toEqual([
		{ day: '2026-03-02', kind: 'invitation', count: 1 },
		{ day: '2026-04-17', kind: 'reminder', count: 1 },
	]);
});

it('tells of what was sent back a moment ago, but not twice on a day', () => {
	const back = new Date('2026-03-10T08:59:00Z');
	const sentBack = { waiting: [ask('a', back)], rounds: [{ ...round, isInReview: true }] };
	expect(forecastMails(occasion({ ...sentBack, mailed: [mailedOn('a', '2026-03-01')] }), at('2026-03-10'), plan)).toEqual([
		{ day: '2026-03-10', kind: 'sent back', count: 1 },
	]);
	expect(forecastMails(occasion({ ...sentBack, mailed: [mailedOn('a', '2026-03-10')] }), at('2026-03-10'), plan)).toMatchObject([
		{ day: '2026-03-11', kind: 'sent back' },
	]);
});

it('leaves out by person, not by kind, who is told of already', () => {
	const waiting = [ask('a'), ask('a', new Date('2026-03-01T08:55:00Z')), ask('b')];
	expect(forecastMails(occasion({ waiting }), at('2026-03-01'), plan, ['a'])).toEqual([
		{ day: '2026-03-01', kind: 'invitation', count: 1 },
	]);
});

it('is empty when nobody is to answer, and after the last reminder', () => {
	expect(forecastMails(occasion({}), at('2026-03-01'), plan)).toEqual([]);
	expect(forecastMails(occasion({ waiting: [ask('a')], mailed: [mailedOn('a', '2026-05-15')] }), at('2026-05-15'), plan)).toEqual([]);
});

it('is the first day that going through the days one by one finds', () => {
	const days = fc.integer({ min: 0, max: 90 }).map((count) => addDays(day('2026-02-20'), count));
	fc.assert(
		fc.property(days, fc.option(days), fc.integer({ min: 1, max: 14 }), (today, last, minimumGap) => {
			const mailed = last && last <= today ? [mailedOn('a', last)] : [];
			const one = occasion({ waiting: [ask('a')], mailed });
			const own = { ...plan, minimumGap };
			const found = Array.from({ length: 120 }, (_, count) => addDays(today, count)).find(
				(each) => gatherMails(one, at(each), own).due.length > 0,
			);
			expect(forecastMails(one, at(today), own)[0]?.day).toBe(found);
		}),
	);
});
