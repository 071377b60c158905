import { describe, expect, it } from 'vitest';
import { isStated } from './is-stated.ts';

describe('a text', () => {
	it.each(['Eget budget', '0', '2 mio. kr.', '- afventer', 'å'])('%j says something', (text) => {
		expect(isStated(text)).toBe(true);
	});

	it.each([null, '', ' ', '-', '–', '…', '?', ' - \n'])('%j says nothing', (text) => {
		expect(isStated(text)).toBe(false);
	});
});
