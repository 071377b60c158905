import { describe, expect, it } from 'vitest';
import { formatDate, formatList, formatNumber, formatShare, formatShortDate, formatTime, formatTonnes } from './format.ts';

/** Non-breaking spaces are right on the screen and hard to see in a test. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('numbers and days as people write them', () => {
	it('in Danish', () => {
		expect(formatNumber(1234.5, 'da')).toBe('1.234,5');
		expect(formatNumber(13000, 'da')).toBe('13.000');
		expect(formatNumber(0.1, 'da', 2)).toBe('0,10');
		expect(formatTonnes(33980, 'da')).toBe('33.980 ton CO2e');
		expect(plain(formatShare(0.855, 'da'))).toBe('85,5 %');
		expect(formatDate('2021-07-01', 'da')).toBe('1. juli 2021');
		expect(formatShortDate('2021-07-01', 'da')).toBe('01.07.2021');
		expect(formatList(['4', '9', '12'], 'da')).toBe('4, 9 og 12');
	});

	it('in English', () => {
		expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
		expect(formatTonnes(33980, 'en')).toBe('33,980 tonnes CO2e');
		expect(formatShare(0.855, 'en')).toBe('85.5%');
		expect(formatDate('2021-07-01', 'en')).toBe('1 July 2021');
		expect(formatShortDate('2021-07-01', 'en')).toBe('01/07/2021');
		expect(formatList(['4', '9'], 'en')).toBe('4 and 9');
	});

	it('the time in Copenhagen, summer and winter', () => {
		expect(formatTime(new Date('2021-07-01T12:05:00Z'), 'da')).toContain('14.05');
		expect(formatTime(new Date('2021-01-01T12:05:00Z'), 'da')).toContain('13.05');
	});

	it('leave a text that is no day as it is', () => {
		expect(formatDate('ultimo 2021', 'da')).toBe('ultimo 2021');
	});
});
