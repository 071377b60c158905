import { expect, it } from 'vitest';
import { followDeadline } from './follow-deadline.ts';

const proposal = { deadline: '2026-06-12', statusDate: '2026-06-12' };

it.each([
	['follows a deadline set earlier', '2026-05-20', '2026-06-12', '2026-05-20'],
	['stays with a later deadline', '2026-07-01', '2026-06-12', '2026-06-12'],
	['stays as somebody typed it', '2026-05-20', '2026-06-01', '2026-06-01'],
	['stays empty', '2026-05-20', '', ''],
	['stays where the deadline is none, which is refused', '', '2026-06-12', '2026-06-12'],
])('%s', (_, deadline, statusDate, expected) => {
	expect(followDeadline(proposal, { deadline, statusDate })).toBe(expected);
});

it('stays after the deadline where it was proposed so and the deadline was left', () => {
	const later = { ...proposal, statusDate: '2026-12-31' };
	expect(followDeadline(later, { deadline: '2026-06-12', statusDate: '2026-12-31' })).toBe('2026-12-31');
});
