import { expect, it } from 'vitest';
import { getNumberKey } from './number-key.ts';

it('compares numbers without case and spaces, and keeps what else tells them apart', () => {
	expect(['20a', '20 A', ' 20\na'].map(getNumberKey)).toEqual(['20a', '20a', '20a']);
	expect(new Set(['20a', '20', '2.0', '20b'].map(getNumberKey)).size).toBe(4);
});
