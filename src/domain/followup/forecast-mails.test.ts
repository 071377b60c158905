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
const initiative = { planId: 'plan', year: 2024, initiativeId: '1', number: '1', title: 'Indsats 1' };
const ask = (personId: string, sentBackAt: Date | null = null) => ({ ...initiative, personId, sentBackAt });
const mailedOn = (personId: string, on: string) => ({ personId, day: day(on), queuedAt: new Date(`${on}T08:00:00Z`) });
const occasion = (more: Partial<MailOccasion>): MailOccasion => ({
	...{ rounds: [round], waiting: [], people: ['a', 'b'].map(makePerson), standIns: [], mailed: [], ...more },
});
const at = (text: string) => ({ now: new Date(`${text}T09:00:00Z`), today: day(text) });

const days = (mails: ReturnType<typeof forecastMails>) => mails.map((each) => `${each.day} ${each.kind} ${each.count}`);

it('tells every mail to come, and when one that the gap holds back will go', () => {
	const mailed = [mailedOn('a', '2026-02-28'), mailedOn('b', '2026-03-01')];
	expect(days(forecastMails(occasion({ waiting: [ask('a'), ask('b')], mailed }), at('2026-03-01'), plan))).toEqual([
		'2026-03-02 invitation 1',
		'2026-04-17 reminder 2',
		'2026-04-24 reminder 2',
		'2026-04-30 reminder 2',
		'2026-05-02 overdue 2',
		'2026-05-08 overdue 2',
		'2026-05-15 overdue 2',
	]);
});

it('puts off within the least number of days between two mails, as the sender does', () => {
	const waiting = [ask('a')];
	const mailed = [mailedOn('a', '2026-04-15')];
	const own = { daysBefore: [14, 7, 6, 1], daysAfter: [1], minimumGap: 5 };
	expect(days(forecastMails(occasion({ waiting, mailed }), at('2026-04-16'), own))).toEqual([
		'2026-04-20 reminder 1',
		'2026-04-25 reminder 1',
		'2026-04-30 reminder 1',
		'2026-05-05 overdue 1',
	]);
});

it('tells of what was sent back a moment ago, but not twice on a day', () => {
	const back = new Date('2026-03-10T08:59:00Z');
	const sentBack = { waiting: [ask('a', back)], rounds: [{ ...round, isInReview: true }] };
	expect(days(forecastMails(occasion({ ...sentBack, mailed: [mailedOn('a', '2026-03-01')] }), at('2026-03-10'), plan))).toEqual([
		'2026-03-10 sent back 1',
	]);
	expect(days(forecastMails(occasion({ ...sentBack, mailed: [mailedOn('a', '2026-03-10')] }), at('2026-03-10'), plan))).toEqual([
		'2026-03-11 sent back 1',
	]);
});

it('is empty when nobody is to answer, and after the last reminder', () => {
	expect(forecastMails(occasion({}), at('2026-03-01'), plan)).toEqual([]);
	expect(forecastMails(occasion({ waiting: [ask('a')], mailed: [mailedOn('a', '2026-05-15')] }), at('2026-05-15'), plan)).toEqual([]);
});

it('is what going through the days one by one, and sending each day, finds', () => {
	const someDay = fc.integer({ min: 0, max: 90 }).map((count) => addDays(day('2026-02-20'), count));
	const gap = fc.integer({ min: 1, max: 14 });
	fc.assert(
		fc.property(someDay, fc.option(someDay), gap, fc.option(fc.tuple(someDay, someDay)), (today, last, minimumGap, away) => {
			const mailed = last && last <= today ? [mailedOn('a', last)] : [];
			const standIns = away ? [{ personId: 'a', standInId: 'b', from: away[0], until: away[1] }] : [];
			const one = occasion({ waiting: [ask('a'), ask('c')], people: ['a', 'b', 'c'].map(makePerson), mailed, standIns });
			const own = { ...plan, minimumGap };
			const sent = [...mailed];
			const found = Array.from({ length: 150 }, (_, count) => addDays(today, count)).flatMap((each) => {
				const due = gatherMails({ ...one, mailed: sent }, at(each), own);
				sent.push(...due.map(({ person }) => mailedOn(person.id, each)));
				return due.map(({ kind }) => `${each} ${kind}`);
			});
			const forecast = forecastMails(one, at(today), own);
			expect(forecast.flatMap((mails) => Array<string>(mails.count).fill(`${mails.day} ${mails.kind}`)).sort()).toEqual(found.sort());
		}),
	);
});
