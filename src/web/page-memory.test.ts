import { describe, expect, it } from 'vitest';
import { openPageMemory, type PageQuestion } from './page-memory.ts';

const at = { code: '0340', revision: 7 };
const question: PageQuestion = {
	href: 'http://example.org/soroe/indsatser',
	locale: 'da',
	encoding: 'br',
	actor: { id: 'public', role: 'reader', municipalityCode: null },
	mayEdit: false,
};
const html = (body: string, headers: Record<string, string> = {}, status = 200) =>
	new Response(body, { status, headers: { 'content-type': 'text/html', etag: '"1"', ...headers } });
const open = (bounds = {}) => openPageMemory({ maxPages: 10, maxBytes: 100_000, ...bounds });
const numbered = (number: number): PageQuestion => ({ ...question, href: `http://example.org/${number}` });

describe('a page memory', () => {
	it('gives the same bytes and headers again, as often as asked', async () => {
		const memory = open();
		const sent = await memory.save(question, at, html('side', { 'content-encoding': 'br' }));
		expect(await sent.text()).toBe('side');
		for (let time = 0; time < 2; time++) {
			const found = memory.find(question, at);
			expect(found?.headers.get('etag')).toBe('"1"');
			expect(found?.headers.get('content-encoding')).toBe('br');
			// What one answer adds, such as its number, must not follow to the next.
			expect(found?.headers.has('x-request-id')).toBe(false);
			found?.headers.set('x-request-id', String(time));
			expect(await found?.text()).toBe('side');
		}
	});

	it('forgets at any other revision, and at the same number of another municipality', async () => {
		const memory = open();
		await memory.save(question, at, html('gammel'));
		expect(memory.find(question, { ...at, revision: 8 })).toBeUndefined();
		expect(memory.find(question, { ...at, revision: 6 })).toBeUndefined();
		expect(memory.find(question, { ...at, code: '0151' })).toBeUndefined();
		await memory.save(question, { ...at, revision: 8 }, html('ny'));
		expect(memory.find(question, at)).toBeUndefined();
		expect(await memory.find(question, { ...at, revision: 8 })?.text()).toBe('ny');
	});

	it.each([
		{ href: 'http://example.org/soroe/indsatser?fremdrift=roed' },
		{ href: 'https://example.org/soroe/indsatser' },
		{ locale: 'en' },
		{ encoding: 'gzip' },
		{ encoding: null },
		{ actor: { id: 'other', role: 'reader', municipalityCode: null } },
		{ actor: { id: 'public', role: 'coordinator', municipalityCode: null } },
		{ actor: { id: 'public', role: 'reader', municipalityCode: '0340' } },
		{ mayEdit: true },
	] satisfies Partial<PageQuestion>[])('does not answer another question: %j', async (other) => {
		const memory = open();
		await memory.save(question, at, html('side'));
		expect(memory.find({ ...question, ...other }, at)).toBeUndefined();
	});

	it.each([
		['an error', html('Findes ikke', {}, 404)],
		['a redirect', new Response(null, { status: 303, headers: { location: '/' } })],
		['what is not a page', html('{}', { 'content-type': 'application/json' })],
		['a cookie', html('side', { 'set-cookie': 'a=b' })],
		['a nonce', html('side', { 'content-security-policy': "script-src 'self' 'nonce-abc'" })],
		['what may not be kept', html('side', { 'cache-control': 'private, no-store' })],
	])('does not remember %s', async (_what, response) => {
		const memory = open();
		expect(await memory.save(question, at, response)).toBe(response);
		expect(memory.find(question, at)).toBeUndefined();
	});

	it('keeps a number of pages, those used last', async () => {
		const memory = open({ maxPages: 2 });
		await memory.save(numbered(1), at, html('1'));
		await memory.save(numbered(2), at, html('2'));
		memory.find(numbered(1), at);
		await memory.save(numbered(3), at, html('3'));
		expect([1, 2, 3].map((number) => memory.find(numbered(number), at) !== undefined)).toEqual([true, false, true]);
	});

	it('keeps a number of bytes, and counts a page that is made anew once', async () => {
		const memory = open({ maxBytes: 2500 });
		for (let revision = 0; revision < 5; revision++) await memory.save(numbered(1), { ...at, revision }, html('x'.repeat(1000)));
		await memory.save(numbered(2), at, html('x'.repeat(1000)));
		expect(memory.find(numbered(1), { ...at, revision: 4 })).toBeDefined();
		await memory.save(numbered(3), at, html('x'.repeat(1000)));
		expect([1, 2, 3].map((number) => memory.find(numbered(number), number === 1 ? { ...at, revision: 4 } : at) !== undefined)).toEqual([
			true,
			false,
			true,
		]);
		await memory.save(numbered(4), at, html('x'.repeat(3000)));
		expect(memory.find(numbered(4), at)).toBeUndefined();
	});
});
