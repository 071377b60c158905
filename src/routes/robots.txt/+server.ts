import type { RequestHandler } from './$types';

/** Everything may be read and indexed except the workshops behind the pages. */
export const GET: RequestHandler = ({ url }) => {
	const lines = ['User-agent: *', 'Disallow: /*/import', 'Disallow: /soeg', '', `Sitemap: ${url.origin}/sitemap.xml`, ''];
	return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
