import { describe, expect, it } from 'vitest';
import { writeDanishDay } from './danish-day.ts';

describe('writeDanishDay', () => {
	it('tells the day that the calendar shows in Denmark, summer and winter', () => {
		expect(writeDanishDay(new Date('2023-06-30T21:59:00Z'))).toBe('2023-06-30');
		expect(writeDanishDay(new Date('2023-06-30T22:00:00Z'))).toBe('2023-07-01');
		expect(writeDanishDay(new Date('2023-12-31T22:59:00Z'))).toBe('2023-12-31');
		expect(writeDanishDay(new Date('2023-12-31T23:00:00Z'))).toBe('2024-01-01');
	});
});
