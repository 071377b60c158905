import { expect, it } from 'vitest';
import { listCounts } from './count-words.ts';

it('says one in the singular, and leaves out what is not counted', () => {
	expect(listCounts({ added: 1, changed: 2, unchanged: 0 }, 'da')).toBe('1 ny, 2 ændrede og 0 uændrede');
	expect(listCounts({ added: 0, changed: 1, unchanged: 1200, removed: 1 }, 'da')).toBe('0 nye, 1 ændret, 1.200 uændrede og 1 fjernet');
	expect(listCounts({ added: 1, removed: 2 }, 'en')).toBe('1 new and 2 removed');
});
