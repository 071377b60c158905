import { describe, expect, it } from 'vitest';
import { isDomainError } from '../shared/domain-error.ts';
import { readMailTimes, usualMailSettings, type TypedMailTimes } from './mail-settings.ts';

const typed: TypedMailTimes = { daysBefore: '14, 7, 1', daysAfter: '1, 7, 14', minimumGap: '2', hour: '7' };
const refusal = (more: Partial<TypedMailTimes>) => {
	try {
		return readMailTimes({ ...typed, ...more });
	} catch (error) {
		return isDomainError(error) ? error.code : error;
	}
};

describe('the days of reminders', () => {
	it('are read as they are typed, in order and each once', () => {
		const { daysBefore, daysAfter, minimumGap, hour } = usualMailSettings;
		expect(readMailTimes(typed)).toEqual({ daysBefore, daysAfter, minimumGap, hour });
		expect(readMailTimes({ ...typed, daysBefore: '1;7 0,7', daysAfter: ' 21 3 ' })).toMatchObject({
			daysBefore: [7, 1, 0],
			daysAfter: [3, 21],
		});
	});

	it('may be none', () => expect(readMailTimes({ ...typed, daysAfter: '' }).daysAfter).toEqual([]));

	it('are refused by what is wrong with which', () => {
		expect(refusal({ daysBefore: '14, en uge' })).toBe('mail.days-before-form');
		expect(refusal({ daysBefore: '366' })).toBe('mail.days-before-form');
		expect(refusal({ daysBefore: '1,2,3,4,5,6,7,8,9,10,11,12,13' })).toBe('mail.days-before-form');
		// The day of the deadline is not after it.
		expect(refusal({ daysAfter: '0' })).toBe('mail.days-after-form');
		expect(refusal({ daysAfter: '-1' })).toBe('mail.days-after-form');
		expect(refusal({ minimumGap: '0' })).toBe('mail.gap-form');
		expect(refusal({ hour: '24' })).toBe('mail.hour-form');
		expect(refusal({ hour: '7.5' })).toBe('mail.hour-form');
	});
});
