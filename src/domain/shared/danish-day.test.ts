import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from './calendar-date.ts';
import { addDays, countDays, getDanishDay, getWeekday } from './danish-day.ts';

const day = (text: string) => text as CalendarDate;

describe('getDanishDay', () => {
	it.each([
		['2026-06-30T21:59:59Z', '2026-06-30', 23],
		['2026-06-30T22:00:00Z', '2026-07-01', 0],
		['2026-12-31T22:59:59Z', '2026-12-31', 23],
		['2026-12-31T23:00:00Z', '2027-01-01', 0],
		['2026-03-29T00:59:59Z', '2026-03-29', 1],
		['2026-03-29T01:00:00Z', '2026-03-29', 3],
		['2026-10-25T01:00:00Z', '2026-10-25', 2],
	])('%s is %s, hour %i', (at, expected, hour) => {
		expect(getDanishDay(new Date(at))).toEqual({ day: expected, hour });
	});
});

describe('days', () => {
	it('are counted over the end of summer time, of February and of the year', () => {
		expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26');
		expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
		expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
		expect(countDays(day('2026-03-28'), day('2026-03-30'))).toBe(2);
	});

	it('counting undoes adding', () => {
		const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(days, fc.integer({ min: -5000, max: 5000 }), (at, count) => {
				const from = day(at.toISOString().slice(0, 10));
				expect(countDays(from, addDays(from, count))).toBe(count);
			}),
		);
	});

	it('know their weekday', () => {
		expect(['2026-11-16', '2026-11-21', '2026-11-22'].map((text) => getWeekday(day(text)))).toEqual([1, 6, 7]);
	});
});
