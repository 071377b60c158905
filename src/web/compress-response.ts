import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packGzip = promisify(gzip);
const packBrotli = promisify(brotliCompress);

const text = /^(text\/|application\/(json|xml|javascript|manifest\+json)|image\/svg)/;
const worthwhile = 1400;

/**
 * Compresses pages and data for those who ask for it; files that are compressed already and short answers pass unchanged.
 * The packing runs on another thread, so it does not hold up other requests.
 */
export async function compressResponse(request: Request, response: Response): Promise<Response> {
	const encoding = chooseEncoding(request);
	const type = response.headers.get('content-type') ?? '';
	if (!response.body || !text.test(type) || response.headers.has('content-encoding')) return response;
	response.headers.append('vary', 'accept-encoding');
	if (!encoding) return response;

	const body = new Uint8Array(await response.arrayBuffer());
	const small = body.byteLength < worthwhile;
	const packed = small ? body : await pack(body, encoding);
	const headers = new Headers(response.headers);
	headers.set('content-length', String(packed.byteLength));
	if (!small) headers.set('content-encoding', encoding);
	// A strong validator promises the same bytes; packed they differ.
	const etag = headers.get('etag');
	if (!small && etag && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
	return new Response(new Uint8Array(packed), { status: response.status, statusText: response.statusText, headers });
}

type Encoding = 'br' | 'gzip';

/** The best way of packing that the reader can unpack; null for none. */
export function chooseEncoding(request: Request): Encoding | null {
	const names = (request.headers.get('accept-encoding') ?? '')
		.toLowerCase()
		.split(',')
		.map((part) => part.trim())
		.filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
		.map((part) => part.split(';')[0]);
	return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null;
}

async function pack(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
	if (encoding === 'gzip') return packGzip(body, { level: 5 });
	return packBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } });
}
