import { describe, expect, it } from 'vitest';
import { answerUnchanged } from './answer-unchanged.ts';

const ask = (held: string | null, method = 'GET') =>
	new Request('http://example.org/', { method, headers: held === null ? {} : { 'if-none-match': held } });
const page = (etag: string | null, status = 200) =>
	new Response('side', { status, headers: { 'content-type': 'text/html', vary: 'accept-encoding', ...(etag && { etag }) } });

describe('answerUnchanged', () => {
	it.each([
		['W/"a"', 'W/"a"'],
		['"a"', 'W/"a"'],
		['W/"a"', '"a"'],
		['"b", W/"a"', 'W/"a"'],
	])('sends no page to one who holds %s of %s', (held, etag) => {
		const answer = answerUnchanged(ask(held), page(etag));
		expect(answer.status).toBe(304);
		expect(answer.body).toBeNull();
		expect(Object.fromEntries(answer.headers)).toEqual({ etag, vary: 'accept-encoding' });
	});

	it.each([
		[ask('W/"b"'), page('W/"a"')],
		[ask(null), page('W/"a"')],
		[ask('"a"'), page(null)],
		[ask('"a"'), page('"a"', 404)],
		[ask('"a"', 'POST'), page('"a"')],
	])('sends the page otherwise', (request, response) => {
		expect(answerUnchanged(request, response)).toBe(response);
	});
});
