/** RFC 9110, section 15.4.5: what a 304 says of the page it leaves out. */
const repeated = ['cache-control', 'etag', 'vary'];

/**
 * Sends "not changed" instead of a page the reader holds already. The framework does it for strong validators alone; those
 * of packed pages are weak, and for a GET weak ones count as well (RFC 9110, section 13.1.2).
 */
export function answerUnchanged(request: Request, response: Response): Response {
	const held = request.headers.get('if-none-match');
	const etag = response.headers.get('etag');
	if (held === null || etag === null || response.status !== 200 || !['GET', 'HEAD'].includes(request.method)) return response;
	const isHeld = held.split(',').some((each) => dropWeakness(each.trim()) === dropWeakness(etag));
	if (!isHeld || response.headers.has('set-cookie')) return response;
	const headers = repeated.flatMap((name): [string, string][] => {
		const value = response.headers.get(name);
		return value === null ? [] : [[name, value]];
	});
	return new Response(null, { status: 304, headers });
}

function dropWeakness(etag: string): string {
	return etag.replace(/^W\//, '');
}
