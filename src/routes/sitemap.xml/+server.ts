import { locales } from '#text/locale.ts';
import { listMunicipalities } from '#usecases/plan/list-municipalities.ts';
import { listUrls } from '#web/urls.ts';
import type { RequestHandler } from './$types';

/** The pages a search engine should know, in both languages. Slugs are plain ASCII, so nothing needs escaping. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const entries = await listMunicipalities(locals.context);
	const paths = locales.flatMap((locale) => {
		const urls = listUrls(locale);
		return [
			urls.home(),
			...entries.flatMap(({ slug, plan, round }) => [
				urls.municipality(slug),
				...(plan ? [urls.register(slug), urls.plan(slug), urls.reports(slug)] : []),
				...(round ? [urls.round(slug, round.year)] : []),
			]),
		];
	});
	const body = paths.map((path) => `<url><loc>${url.origin}${path}</loc></url>`).join('');
	const xml = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`;
	return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
