import { expect, it } from 'vitest';
import { readReturn } from './read-return.ts';

it('comes back to our own pages and nowhere else', () => {
	for (const own of ['/', '/soroe/svar/2024?x=1', '/en/soroe']) expect(readReturn(own)).toBe(own);
	for (const other of [
		null,
		'',
		'soroe',
		'//example.org',
		'/\\example.org',
		'https://example.org',
		'/a b',
		'/a\n',
		`/${'a'.repeat(600)}`,
		'javascript:alert(1)',
	]) {
		expect(readReturn(other), String(other)).toBe('');
	}
});
