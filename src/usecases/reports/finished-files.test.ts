import { expect, test, vi } from 'vitest';
import { getFinishedFile } from './finished-files.ts';

const make = (text: string) => vi.fn(() => Promise.resolve(new TextEncoder().encode(text)));

test('a file is made once for all who ask for the same content, also at the same time', async () => {
	const [first, second] = [make('a'), make('b')];
	const files = await Promise.all([getFinishedFile('one', first), getFinishedFile('one', second)]);
	expect(files[0]).toBe(files[1]);
	expect(await getFinishedFile('other', second)).not.toBe(files[0]);
	expect([first, second].map((each) => each.mock.calls.length)).toEqual([1, 1]);
});

test('the longest unused are let go', async () => {
	const first = make('first');
	await getFinishedFile('kept', first);
	await getFinishedFile('gone', first);
	for (let i = 0; i < 31; i++) {
		await getFinishedFile(`file ${i}`, make('x'));
		await getFinishedFile('kept', first);
	}
	expect(first).toHaveBeenCalledTimes(2);
	await getFinishedFile('gone', first);
	expect(first).toHaveBeenCalledTimes(3);
});

test('a failure is not remembered', async () => {
	await expect(getFinishedFile('bad', () => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink');
	expect(await getFinishedFile('bad', make('good'))).toHaveLength(4);
});
