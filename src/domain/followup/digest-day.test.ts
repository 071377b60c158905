import { expect, test } from 'vitest';
import type { CalendarDate } from '../shared/calendar-date.ts';
import { findDigestDay } from './digest-day.ts';

// 2026-03-02 is a Monday.
test.each([
	['today on its weekday', '2026-03-02', 1, null, '2026-03-02'],
	['the next of its weekday', '2026-03-03', 1, null, '2026-03-09'],
	['a week after the one of today', '2026-03-02', 1, '2026-03-02', '2026-03-09'],
	['today, a week after the last', '2026-03-02', 1, '2026-02-23', '2026-03-02'],
	['not within a week of the last when the weekday is moved', '2026-03-03', 5, '2026-03-02', '2026-03-13'],
] as const)('a weekly mail goes %s', (_, today, weekday, last, day) => {
	expect(findDigestDay(today as CalendarDate, weekday, last as CalendarDate | null)).toBe(day);
});
