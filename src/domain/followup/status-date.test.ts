import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../shared/calendar-date.ts';
import { followDeadline, proposeStatusDate } from './status-date.ts';

describe('the status date that a round is proposed with', () => {
	const propose = (statusDate: string | null, deadline: string) =>
		proposeStatusDate({ year: 2023, statusDate }, 2024, deadline as CalendarDate);

	it('is the day of the last one, as long after the year of the round', () => {
		expect(propose('2023-12-31', '2025-02-01')).toEqual({ statusDate: '2024-12-31', asLast: '2024-12-31' });
		expect(propose('2024-03-01', '2025-06-01').statusDate).toBe('2025-03-01');
	});

	it('is the deadline where that comes first', () => {
		expect(propose('2023-12-31', '2024-06-12')).toEqual({ statusDate: '2024-06-12', asLast: '2024-12-31' });
		expect(propose('2024-03-01', '2024-06-12').statusDate).toBe('2024-06-12');
	});

	it('is the deadline where the last one had none, there is none, or the year has no such day', () => {
		const deadline = { statusDate: '2026-06-12', asLast: null };
		expect(propose(null, '2026-06-12')).toEqual(deadline);
		expect(propose('2024-02-29', '2026-06-12')).toEqual(deadline);
		expect(proposeStatusDate(undefined, 2024, '2026-06-12' as CalendarDate)).toEqual(deadline);
	});
});

describe('a status date', () => {
	it.each([
		['follows a deadline set earlier', '2026-05-20', '2026-06-12', '2026-05-20'],
		['stays with a later deadline', '2026-07-01', '2026-06-12', '2026-06-12'],
		['stays as somebody typed it', '2026-05-20', '2026-06-01', '2026-06-01'],
		['stays after the deadline where somebody typed it so', '2026-06-12', '2026-12-31', '2026-12-31'],
		['stays empty', '2026-05-20', '', ''],
		['stays where the deadline is none, which is refused', '', '2026-06-12', '2026-06-12'],
	])('%s', (_, deadline, statusDate, expected) => {
		expect(followDeadline('2026-06-12', { deadline, statusDate })).toBe(expected);
	});
});
