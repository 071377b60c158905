import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../shared/calendar-date.ts';
import { addDays, countDays } from '../shared/danish-day.ts';
import { findDueMail, listReminderDays, type OwnerMailKind, type ReminderPlan, type ReminderStanding } from './reminder-schedule.ts';

const day = (text: string) => text as CalendarDate;
const plan: ReminderPlan = { daysBefore: [14, 7, 1], daysAfter: [1, 7, 14], minimumGap: 2 };
const round = { collectingSince: day('2026-04-01'), deadline: day('2026-05-01'), newlySentBack: 0, isTold: false };

type Sent = { readonly day: CalendarDate; readonly kind: OwnerMailKind };

/** Lets days pass; on the days that `runs` says something runs, what is due is sent. */
function live(
	days: number,
	waitingOn: (at: number) => number,
	more: Partial<ReminderStanding & ReminderPlan> = {},
	runs = (_: number) => true,
) {
	const sent: Sent[] = [];
	for (let at = 0; at < days; at++) {
		const today = addDays(round.collectingSince, at);
		const standing = { ...round, ...more, waiting: waitingOn(at), isTold: sent.length > 0, mailedOn: sent.map((mail) => mail.day) };
		const kind = runs(at) ? findDueMail(standing, today, { ...plan, ...more }) : undefined;
		if (kind) sent.push({ day: today, kind });
	}
	return sent;
}

describe('the reminders of a round', () => {
	it('are an invitation, 14, 7 and 1 day before, and 1, 7 and 14 after', () => {
		expect(live(80, () => 3)).toEqual([
			{ day: '2026-04-01', kind: 'invitation' },
			{ day: '2026-04-17', kind: 'reminder' },
			{ day: '2026-04-24', kind: 'reminder' },
			{ day: '2026-04-30', kind: 'reminder' },
			{ day: '2026-05-02', kind: 'overdue' },
			{ day: '2026-05-08', kind: 'overdue' },
			{ day: '2026-05-15', kind: 'overdue' },
		]);
	});

	it('end when everything is answered', () => {
		const sent = live(80, (at) => (at < 20 ? 3 : 0));
		expect(sent.map((mail) => mail.day)).toEqual(['2026-04-01', '2026-04-17']);
	});

	it('begin with the invitation for who is asked late', () => {
		expect(live(80, (at) => (at < 34 ? 0 : 1))[0]).toEqual({ day: '2026-05-05', kind: 'invitation' });
	});

	it('are made up for when nothing ran on the day, once', () => {
		const sent = live(
			80,
			() => 1,
			{},
			(at) => at < 1 || at > 20,
		);
		expect(sent.map((mail) => mail.day)).toEqual([
			'2026-04-01',
			'2026-04-22',
			'2026-04-24',
			'2026-04-30',
			'2026-05-02',
			'2026-05-08',
			'2026-05-15',
		]);
	});

	it('are put off by a longer gap, not lost', () => {
		const sent = live(80, () => 1, { minimumGap: 5 });
		expect(sent.map((mail) => mail.day)).toEqual([
			'2026-04-01',
			'2026-04-17',
			'2026-04-24',
			'2026-04-30',
			'2026-05-05',
			'2026-05-10',
			'2026-05-15',
		]);
	});

	it('tell of an answer sent back at once, but not twice on a day', () => {
		const standing = { ...round, waiting: 1, newlySentBack: 1, isTold: true, mailedOn: [day('2026-04-01')] };
		expect(findDueMail(standing, day('2026-04-02'), plan)).toBe('sent back');
		expect(findDueMail(standing, day('2026-04-01'), plan)).toBeUndefined();
	});

	it('know nothing before answers are collected', () => {
		expect(findDueMail({ ...round, waiting: 1, mailedOn: [] }, day('2026-03-31'), plan)).toBeUndefined();
	});
});

describe('whatever the days, the settings and the downtime', () => {
	const days = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
	const lives = fc.record({
		daysBefore: days,
		daysAfter: days,
		minimumGap: fc.integer({ min: 1, max: 9 }),
		answeredAt: fc.integer({ min: 0, max: 100 }),
		length: fc.integer({ min: 0, max: 60 }),
		down: fc.uniqueArray(fc.integer({ min: 0, max: 99 })),
	});
	const run = ({ answeredAt, length, down, ...settings }: typeof lives extends fc.Arbitrary<infer Life> ? Life : never) => {
		const deadline = addDays(round.collectingSince, length);
		const off = new Set(down);
		return live(
			100,
			(at) => (at < answeredAt ? 2 : 0),
			{ ...settings, deadline },
			(at) => !off.has(at),
		);
	};

	it('nobody gets two mails nearer than the gap, nor one after answering', () => {
		fc.assert(
			fc.property(lives, (life) => {
				const sent = run(life);
				for (const [at, mail] of sent.entries()) {
					const before = sent[at - 1];
					if (before) expect(countDays(before.day, mail.day)).toBeGreaterThanOrEqual(life.minimumGap);
					expect(countDays(round.collectingSince, mail.day)).toBeLessThan(life.answeredAt);
				}
			}),
		);
	});

	it('the first is the invitation and no other is, and there are at most as many as days in the schedule', () => {
		fc.assert(
			fc.property(lives, (life) => {
				const sent = run(life);
				const deadline = addDays(round.collectingSince, life.length);
				expect(sent.map((mail) => mail.kind === 'invitation')).toEqual(sent.map((_, at) => at === 0));
				expect(sent.length).toBeLessThanOrEqual(1 + listReminderDays(deadline, life).length);
				for (const mail of sent.slice(1)) expect(mail.kind).toBe(mail.day > deadline ? 'overdue' : 'reminder');
			}),
		);
	});

	it('without downtime and answer, every day of the schedule is followed by a mail within the gap', () => {
		fc.assert(
			fc.property(lives, (life) => {
				const sent = run({ ...life, down: [], answeredAt: 101 });
				const deadline = addDays(round.collectingSince, life.length);
				for (const due of listReminderDays(deadline, life)) {
					if (due <= round.collectingSince || countDays(round.collectingSince, due) + life.minimumGap > 99) continue;
					expect(sent.some((mail) => mail.day >= due && countDays(due, mail.day) < life.minimumGap)).toBe(true);
				}
			}),
		);
	});
});
