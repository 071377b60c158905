import type { Actor } from '#domain/access/policy.ts';
import type { Locale } from '#text/locale.ts';

/** Everything besides the municipality's own content that decides what a page says and in which bytes it is sent. */
export type PageQuestion = {
	/** The whole address: links may be written out in full, and the protocol decides on headers. */
	readonly href: string;
	readonly locale: Locale;
	/** How the bytes are packed; null when they are not. */
	readonly encoding: string | null;
	readonly actor: Actor;
	readonly mayEdit: boolean;
};

/** A municipality (by code) and how many times its content has changed. */
export type Revision = { readonly code: string; readonly revision: number };

export type PageMemoryOptions = {
	readonly maxPages: number;
	/** Sum of bodies and addresses, in bytes. */
	readonly maxBytes: number;
};

/** Finished pages, the longest unused forgotten first. */
export type PageMemory = {
	/** The page as it was sent at this revision; undefined when it must be made. */
	find(question: PageQuestion, at: Revision): Response | undefined;
	/** Remembers what may be remembered, and gives the response back to be sent. `at` was read before the page was made. */
	save(question: PageQuestion, at: Revision, response: Response): Promise<Response>;
};

type Page = Revision & { readonly headers: Headers; readonly body: Uint8Array<ArrayBuffer>; readonly weight: number };

/**
 * Opens an empty memory. Its pages hold only at the revision they were made at, so whoever asks must have read the revision
 * in the same request. No two actors share a page.
 */
export function openPageMemory({ maxPages, maxBytes }: PageMemoryOptions): PageMemory {
	// A Map keeps the order in which pages are put in, so the longest unused stand first.
	const pages = new Map<string, Page>();
	let bytes = 0;
	const remove = (key: string) => {
		bytes -= pages.get(key)?.weight ?? 0;
		pages.delete(key);
	};
	return {
		find: (question, { code, revision }) => {
			const key = getKey(question);
			const page = pages.get(key);
			if (page?.code !== code || page.revision !== revision) return undefined;
			pages.delete(key);
			pages.set(key, page);
			return new Response(page.body, { headers: page.headers });
		},
		save: async (question, { code, revision }, response) => {
			if (!mayRemember(response)) return response;
			const body = new Uint8Array(await response.arrayBuffer());
			const headers = new Headers(response.headers);
			const key = getKey(question);
			const weight = body.byteLength + key.length;
			remove(key);
			pages.set(key, { code, revision, headers, body, weight });
			bytes += weight;
			for (const oldest of pages.keys()) {
				if (pages.size <= maxPages && bytes <= maxBytes) break;
				remove(oldest);
			}
			return new Response(body, { headers });
		},
	};
}

function getKey({ href, locale, encoding, actor, mayEdit }: PageQuestion): string {
	return JSON.stringify([href, locale, encoding, actor.id, actor.role, actor.municipalityCode, mayEdit]);
}

/** Finished pages only. A cookie or a nonce is for one answer, and what no cache may keep is not kept here either. */
function mayRemember({ status, headers }: Response): boolean {
	if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) return false;
	if (headers.has('set-cookie') || headers.get('content-security-policy')?.includes("'nonce-")) return false;
	return !/no-store|private/.test(headers.get('cache-control') ?? '');
}
