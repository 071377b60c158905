import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressResponse } from './compress-response.ts';

const long = 'Indsatser i klimahandleplanen. '.repeat(200);
const ask = (encoding: string) => new Request('http://example.org/', { headers: { 'accept-encoding': encoding } });
const page = (body: string, headers: Record<string, string> = {}) =>
	new Response(body, { headers: { 'content-type': 'text/html', ...headers } });

describe('compressResponse', () => {
	it('packs a page in the best way the reader can unpack', async () => {
		const brotli = await compressResponse(ask('gzip, deflate, br'), page(long));
		expect(brotli.headers.get('content-encoding')).toBe('br');
		expect(brotliDecompressSync(new Uint8Array(await brotli.arrayBuffer())).toString()).toBe(long);
		const zipped = await compressResponse(ask('gzip, br;q=0'), page(long));
		expect(zipped.headers.get('content-encoding')).toBe('gzip');
		expect(gunzipSync(new Uint8Array(await zipped.arrayBuffer())).toString()).toBe(long);
	});

	it('leaves the page alone for a reader that asks for nothing, and says that others get it otherwise', async () => {
		const plain = await compressResponse(ask('identity'), page(long));
		expect(plain.headers.has('content-encoding')).toBe(false);
		expect(plain.headers.get('vary')).toContain('accept-encoding');
		expect(await plain.text()).toBe(long);
	});

	it('does not pack files that are packed already, nor a few words', async () => {
		const pdf = await compressResponse(ask('gzip'), page(long, { 'content-type': 'application/pdf' }));
		expect(pdf.headers.has('content-encoding')).toBe(false);
		const short = await compressResponse(ask('gzip'), page('Ja'));
		expect(short.headers.has('content-encoding')).toBe(false);
		expect(await short.text()).toBe('Ja');
	});

	it('weakens a validator that promised the unpacked bytes', async () => {
		const packed = await compressResponse(ask('gzip'), page(long, { etag: '"abc"' }));
		expect(packed.headers.get('etag')).toBe('W/"abc"');
	});
});
