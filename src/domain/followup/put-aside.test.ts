import { describe, expect, it } from 'vitest';
import { answerStatuses } from './answer.ts';
import { isPutAside } from './put-aside.ts';

describe('withdrawing a round', () => {
	it('puts aside whatever somebody has answered, begun to answer or said', () => {
		const untouched = { status: 'waiting', hasDraft: false, hasComments: false, isAssessed: false } as const;
		expect(isPutAside(untouched)).toBe(false);
		expect(isPutAside({ ...untouched, hasDraft: true })).toBe(true);
		expect(isPutAside({ ...untouched, hasComments: true })).toBe(true);
		expect(isPutAside({ ...untouched, isAssessed: true })).toBe(true);
		for (const status of answerStatuses) expect(isPutAside({ ...untouched, status })).toBe(status !== 'waiting');
	});
});
