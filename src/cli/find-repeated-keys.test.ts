import { expect, it } from 'vitest';
import { findRepeatedKeys } from './find-repeated-keys.ts';

it('a key is repeated within one object, however it is written, and not in another', () => {
	const text = '{"a": 1,\n"b": {"a": 1, "c": "a: {\\"a\\": 1}"},\n"list": [{"a": 1}, {"a": 2}],\n"\\u0061": 2}';
	expect(findRepeatedKeys(text)).toEqual([{ key: 'a', line: 4 }]);
	expect(findRepeatedKeys('["a", "a"]')).toEqual([]);
});
