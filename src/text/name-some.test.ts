import { expect, test } from 'vitest';
import { nameSome } from './name-some.ts';

test('a sentence names as many as it bears and says how many more there are', () => {
	expect(nameSome(['4', '9', '12'], 3, 'da')).toBe('4, 9 og 12');
	expect(nameSome(['4', '9', '12', '15'], 3, 'da')).toBe('4, 9, 12 og 1 flere');
	expect(nameSome(['4', '9', '12', '15'], 2, 'en')).toBe('4, 9 and 2 more');
});
