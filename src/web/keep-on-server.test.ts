import { describe, expect, it } from 'vitest';
import { isKeptOnServer, keepOnServer } from './keep-on-server.ts';

describe('keepOnServer', () => {
	it('is told from everything else', () => {
		expect(isKeptOnServer(keepOnServer([1]))).toBe(true);
		for (const other of [null, undefined, 'text', 1, { value: [1] }, [1]]) expect(isKeptOnServer(other)).toBe(false);
	});

	it('gives the data back as it was', () => {
		const data = { lines: [1, 2] };
		expect(keepOnServer(data).value).toBe(data);
	});
});
