/** Pages whose forms carry a file, with the bytes they take at most, above what their rules take: these say it in their own words. */
const filePages: ReadonlyMap<string, { readonly limit: number; readonly forAll: boolean }> = new Map([
	// The site's handler has a limit of its own, and the page says so in its place.
	['/[municipality]/import', { limit: Infinity, forAll: false }],
	// Far above what its rule takes, so that the rule answers in the form, with what was typed, where a wrong file was chosen.
	['/[municipality]/regnskab/indlaes', { limit: 16e6, forAll: false }],
	['/[municipality]/personer/indlaes', { limit: 16e6, forAll: false }],
	['/[municipality]/kontrol', { limit: 11e6, forAll: true }],
]);
/** Far above the largest form without a file, the baseline of a path with a thousand rows. */
const formLimit = 2e6;

export type BodyQuestion = {
	readonly request: Pick<Request, 'method' | 'headers'>;
	/** The route's id. */
	readonly route: string | null;
	/** True for who may do more than the public. */
	readonly isKnown: boolean;
};

/**
 * The status by which a body is refused before any of it is read; undefined for one that may come. Without this, everybody could let
 * the site hold as many bytes as its largest page takes, on every page. 411 is for one that does not say how long it is, 401 for one that
 * the page takes of those who are signed in: a session may have ended meanwhile.
 */
export function refuseBody({ request, route, isKnown }: BodyQuestion): 401 | 411 | 413 | undefined {
	if (request.method === 'GET' || request.method === 'HEAD') return undefined;
	const stated = request.headers.get('content-length');
	if (stated === null) return request.headers.has('transfer-encoding') ? 411 : undefined;
	const page = filePages.get(route ?? '');
	const limit = page && (page.forAll || isKnown) ? page.limit : formLimit;
	if (Number(stated) <= limit) return undefined;
	return page && Number(stated) <= page.limit ? 401 : 413;
}
