import { expect, test } from 'vitest';
import { takeSome } from './take-some.ts';

test('of more than there is room for the first are taken and the others counted', () => {
	expect(takeSome(['a', 'b'], 2)).toEqual({ first: ['a', 'b'], more: 0 });
	expect(takeSome(['a', 'b', 'c', 'd'], 2)).toEqual({ first: ['a', 'b'], more: 2 });
	expect(takeSome([], 2)).toEqual({ first: [], more: 0 });
});
