import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type Weight = { readonly total: number; readonly script: number; readonly parts: number };

/** Bytes over the wire, compressed, of a page with everything it names: styles and what they name, script, fonts, pictures. */
export async function weighPage(url: string): Promise<Weight> {
	const page = await fetchWeighed(url);
	const waiting = listNamed(page.text, url);
	const seen = new Set(waiting);
	let [total, script] = [page.bytes, 0];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const part = await fetchWeighed(next);
		total += part.bytes;
		if (/javascript/.test(part.type)) script += part.bytes;
		for (const named of /css|javascript/.test(part.type) ? listNamed(part.text, next) : []) {
			if (seen.has(named)) continue;
			seen.add(named);
			waiting.push(named);
		}
	}
	return { total, script, parts: seen.size + 1 };
}

async function fetchWeighed(url: string): Promise<{ bytes: number; text: string; type: string }> {
	const agent = new Agent();
	const answer = await new Promise<{ body: Buffer; encoding: string; type: string }>((resolve, reject) => {
		const outgoing = request(url, { agent, headers: { 'accept-encoding': 'br, gzip', accept: 'text/html,*/*' } }, (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('end', () => {
				if (incoming.statusCode !== 200) reject(new Error(`${url} answered ${incoming.statusCode}`));
				const header = (name: string) => String(incoming.headers[name] ?? '');
				resolve({ body: Buffer.concat(chunks), encoding: header('content-encoding'), type: header('content-type') });
			});
		});
		outgoing.on('error', reject).end();
	});
	const plain =
		answer.encoding === 'br' ? brotliDecompressSync(answer.body) : answer.encoding === 'gzip' ? gunzipSync(answer.body) : answer.body;
	return { bytes: answer.body.length, text: plain.toString('utf8'), type: answer.type };
}

// What a browser would fetch: linked files, pictures, what style sheets name, what script imports. Links to pages are not.
const patterns = [
	/<link[^>]+rel="(?:stylesheet|modulepreload|preload|icon)"[^>]*href="([^"]+)"/g,
	/<link[^>]+href="([^"]+)"[^>]*rel="(?:stylesheet|modulepreload|preload|icon)"/g,
	/<(?:script|img)[^>]+src="([^"]+)"/g,
	/url\(["']?(?!data:)([^"')]+)["']?\)/g,
	/\bimport\(?["']([^"']+)["']/g,
	/\bfrom\s?["'](\.[^"']+)["']/g,
];

function listNamed(text: string, base: string): string[] {
	const named = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => new URL(String(match[1]), base).href));
	return [...new Set(named)].filter((url) => url.startsWith(new URL(base).origin));
}
