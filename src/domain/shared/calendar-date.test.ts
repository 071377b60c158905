import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, parseCalendarDate } from './calendar-date.ts';

describe('a day of the calendar', () => {
	it('is written so that it sorts as text', () => {
		expect(calendarDate(2021, 7, 1)).toBe('2021-07-01');
	});

	it.each([
		[2023, 2, 29],
		[1900, 2, 29],
		[2021, 4, 31],
		[2021, 13, 1],
		[2021, 0, 1],
		[2021, 1, 0],
		[1899, 1, 1],
		[2200, 1, 1],
		[2021, 1.5, 1],
	])('%d-%d-%d is none', (year, month, day) => {
		expect(calendarDate(year, month, day)).toBeUndefined();
	});

	it('knows leap years', () => {
		expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
		expect(calendarDate(2000, 2, 29)).toBe('2000-02-29');
	});

	it('reads what it wrote, and the same days as the calendar of the platform', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1900, max: 2199 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 31 }),
				(year, month, day) => {
					const date = calendarDate(year, month, day);
					const real = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
					expect(date !== undefined).toBe(real);
					if (date) expect(parseCalendarDate(date)).toBe(date);
				},
			),
		);
	});

	it.each(['2021-7-1', '01-07-2021', '2021-07-01T00:00', '', '2021-02-30'])('does not read %j', (text) => {
		expect(parseCalendarDate(text)).toBeUndefined();
	});
});
