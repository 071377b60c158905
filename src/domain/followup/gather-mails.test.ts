import { describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import type { CalendarDate } from '../shared/calendar-date.ts';
import { addDays } from '../shared/danish-day.ts';
import type { OwnerMailKind } from './reminder-schedule.ts';
import {
	countWaiting,
	findMailOfToday,
	gatherMails,
	listUnreachable,
	renewMail,
	type MailOccasion,
	type MailRound,
} from './gather-mails.ts';

const day = (text: string) => text as CalendarDate;
const plan = { daysBefore: [14, 7, 1], daysAfter: [1, 7, 14], minimumGap: 2 };
const makePerson = (id: string, more: Partial<Person> = {}): Person => ({
	id,
	name: `Prøveperson ${id}`,
	email: `${id}@example.org`,
	role: 'owner',
	unitId: null,
	bounce: null,
	leftAt: null,
	erasedAt: null,
	version: 1,
	...more,
});
const round: MailRound = {
	planId: 'plan',
	year: 2024,
	isInReview: false,
	deadline: day('2026-05-01'),
	collectingSince: day('2026-03-01'),
	collectingFrom: new Date('2026-03-01T07:00:00Z'),
	contact: null,
};
const ask = (personId: string, initiativeId: string, sentBackAt: Date | null = null) => ({
	planId: 'plan',
	year: 2024,
	initiativeId,
	...{ number: initiativeId, title: `Indsats ${initiativeId}` },
	personId,
	sentBackAt,
});
const named = (number: string, isSentBack = false) => ({ number, title: `Indsats ${number}`, year: 2024, isSentBack });
const occasion = (more: Partial<MailOccasion>): MailOccasion => ({
	rounds: [round],
	waiting: [],
	people: [makePerson('a'), makePerson('b')],
	standIns: [],
	mailed: [],
	...more,
});
const at = (text: string) => ({ now: new Date(`${text}T09:00:00Z`), today: day(text) });

describe('the mails of a day', () => {
	it('are one to each person who has something to answer, whatever the number', () => {
		const due = gatherMails(occasion({ waiting: [ask('a', '1'), ask('a', '2'), ask('b', '3')] }), at('2026-03-01'), plan);
		expect(due.map(({ person, kind, initiatives }) => [person.id, kind, initiatives])).toEqual([
			['a', 'invitation', [named('1'), named('2')]],
			['b', 'invitation', [named('3')]],
		]);
	});

	it('are none to who has answered, nor twice on one day', () => {
		const mailed = [{ personId: 'a', day: day('2026-03-01'), queuedAt: new Date('2026-03-01T08:00:00Z') }];
		expect(gatherMails(occasion({ waiting: [ask('a', '1')], mailed }), at('2026-03-01'), plan)).toEqual([]);
		expect(gatherMails(occasion({}), at('2026-04-24'), plan)).toEqual([]);
	});

	it('are the invitation after the gap, where the mail of the day was of the round before', () => {
		const mailed = [{ personId: 'a', day: day('2026-03-01'), queuedAt: new Date('2026-03-01T06:30:00Z') }];
		const listed = (on: string) => gatherMails(occasion({ waiting: [ask('a', '1')], mailed }), at(on), plan).map(({ kind }) => kind);
		expect(listed('2026-03-01')).toEqual([]);
		expect(listed(addDays(day('2026-03-01'), plan.minimumGap))).toEqual(['invitation']);
		// Written by a machine whose clock is a little behind, the mail is still of this round.
		const behind = [{ ...mailed[0]!, queuedAt: new Date(round.collectingFrom.getTime() - 2000) }];
		expect(gatherMails(occasion({ waiting: [ask('a', '1')], mailed: behind }), at('2026-03-04'), plan)).toEqual([]);
		// Begun again on a later day, everybody is invited anew.
		const again = { ...round, collectingSince: day('2026-03-10') };
		const told = [{ ...mailed[0]!, queuedAt: new Date('2026-03-01T08:00:00Z') }];
		const due = gatherMails(occasion({ rounds: [again], waiting: [ask('a', '1')], mailed: told }), at('2026-03-10'), plan);
		expect(due.map(({ kind }) => kind)).toEqual(['invitation']);
	});

	it('go to the stand-in on the days that count, and say for whom', () => {
		const standIns = [{ personId: 'a', standInId: 'b', from: day('2026-03-01'), until: day('2026-03-10') }];
		const asked = occasion({ waiting: [ask('a', '1'), ask('b', '1')], standIns });
		const [mail, ...more] = gatherMails(asked, at('2026-03-01'), plan);
		expect(more).toEqual([]);
		expect(mail).toMatchObject({ person: { id: 'b' }, initiatives: [named('1')], onBehalfOf: ['Prøveperson a'] });
	});

	it('tell whom no mail reaches, and why', () => {
		const people = [
			makePerson('a', { bounce: { at: new Date(0), reason: '550 unknown' } }),
			makePerson('b', { email: null }),
			makePerson('c', { leftAt: new Date(0) }),
		];
		const asked = occasion({ people, waiting: [ask('a', '1'), ask('b', '2'), ask('c', '3')] });
		expect(gatherMails(asked, at('2026-03-01'), plan)).toEqual([]);
		expect(listUnreachable(asked, day('2026-03-01')).map(({ person, why }) => [person.id, why])).toEqual([
			['a', 'bounced'],
			['b', 'no address'],
			['c', 'left'],
		]);
	});

	it('wait until it has been quiet before they tell what was sent back, and in review tell nothing else', () => {
		const review = { ...round, isInReview: true };
		const mailed = [{ personId: 'a', day: day('2026-03-01'), queuedAt: new Date('2026-03-01T08:00:00Z') }];
		const waiting = [ask('a', '1', new Date('2026-05-05T08:50:00Z')), ask('b', '2')];
		const asked = occasion({ rounds: [review], waiting, mailed });
		expect(gatherMails(asked, { now: new Date('2026-05-05T09:00:00Z'), today: day('2026-05-05') }, plan)).toEqual([]);
		const due = gatherMails(asked, { now: new Date('2026-05-05T09:30:00Z'), today: day('2026-05-05') }, plan);
		expect(due.map(({ person, kind, initiatives }) => [person.id, kind, initiatives])).toEqual([['a', 'sent back', [named('1', true)]]]);
		expect(countWaiting(asked, 'a', review, day('2026-05-05'))).toBe(1);
	});
});

describe('a mail that has waited', () => {
	const renew = (more: Partial<MailOccasion>, today: string, kind: OwnerMailKind = 'reminder') =>
		renewMail(occasion(more), { personId: 'a', kind, planId: round.planId, year: round.year }, day(today));
	const back = ask('a', '1', new Date('2026-04-20T08:00:00Z'));

	it('is of its own kind while that is so, with what waits now', () => {
		const waiting = [back, ask('a', '2')];
		expect(renew({ waiting }, '2026-04-24')).toMatchObject({ kind: 'reminder', initiatives: [named('1', true), named('2')] });
		expect(renew({ waiting }, '2026-04-24', 'sent back')).toMatchObject({ kind: 'sent back', initiatives: [named('1', true), named('2')] });
		expect(renew({ waiting: [ask('a', '2')] }, '2026-04-24', 'invitation')).toMatchObject({
			kind: 'invitation',
			initiatives: [named('2')],
		});
	});

	it('is of another when the deadline has passed or moved', () => {
		const waiting = [ask('a', '2')];
		expect(renew({ waiting }, '2026-05-02')?.kind).toBe('overdue');
		expect(renew({ waiting }, '2026-04-24', 'overdue')?.kind).toBe('reminder');
	});

	it('is none when it told of what is sent back no more', () => {
		expect(renew({ waiting: [ask('a', '2')] }, '2026-04-24', 'sent back')).toBeUndefined();
	});

	it('is none for whom nothing waits, who has a stand-in that day, or whom no mail reaches', () => {
		const standIns = [{ personId: 'a', standInId: 'b', from: day('2026-03-01'), until: day('2026-03-10') }];
		expect(renew({ waiting: [ask('b', '1')] }, '2026-04-24')).toBeUndefined();
		expect(renew({ waiting: [ask('a', '1')], standIns }, '2026-03-10')).toBeUndefined();
		expect(renew({ waiting: [ask('a', '1')], standIns }, '2026-03-11')).toBeDefined();
		expect(renew({ waiting: [ask('a', '1')], people: [makePerson('a', { leftAt: new Date() })] }, '2026-04-24')).toBeUndefined();
	});
});

describe('a mail in place of one that did not arrive', () => {
	const told = (more: Partial<MailOccasion>, today: string, lost: 'invitation' | 'another' = 'another') =>
		findMailOfToday(occasion(more), 'a', day(today), lost);

	it('says what is so today, whatever went before', () => {
		const mailed = [{ personId: 'a', day: day('2026-04-30'), queuedAt: new Date('2026-04-30T08:00:00Z') }];
		const waiting = [ask('a', '1'), ask('a', '2')];
		expect(told({ waiting, mailed }, '2026-04-30')?.kind).toBe('reminder');
		expect(told({ waiting, mailed }, '2026-04-30', 'invitation')?.kind).toBe('invitation');
		expect(told({ waiting, mailed }, '2026-05-04', 'invitation')).toMatchObject({ kind: 'overdue', initiatives: [named('1'), named('2')] });
		const oneBack = [ask('a', '1', new Date('2026-04-20T08:00:00Z')), ask('a', '2')];
		expect(told({ waiting: oneBack, mailed }, '2026-04-30')).toMatchObject({
			kind: 'sent back',
			initiatives: [named('1', true), named('2')],
		});
	});

	it('is none when nothing waits, or no mail reaches the person', () => {
		expect(told({ waiting: [ask('b', '1')] }, '2026-04-30')).toBeUndefined();
		expect(told({ waiting: [ask('a', '1')], rounds: [{ ...round, isInReview: true }] }, '2026-04-30')).toBeUndefined();
		expect(told({ waiting: [ask('a', '1')], people: [makePerson('a', { leftAt: new Date() })] }, '2026-04-30')).toBeUndefined();
	});
});
