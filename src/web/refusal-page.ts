import { escapeHtml } from '#text/escape-html.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { describeStatus } from './to-response.ts';
import { listUrls } from './urls.ts';

/** Where a request went: a part of its URL. */
type PageAddress = Pick<URL, 'pathname' | 'search'>;

/**
 * What a person sees when a request is refused before any of it is read, such as a file that is too large: what happened, that nothing
 * was stored, and the way back to the page the form stands on. It looks like `error.html`, for the site's own pages would read the body.
 */
export function renderRefusal(status: number, { locale, url }: { readonly locale: Locale; readonly url: PageAddress }): string {
	const back = escapeHtml(findPage(url));
	return `<!doctype html>
<html lang="${locale}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<title>${status} – ${m.web_site_name({}, { locale })}</title>
	</head>
	<body>
		<main>
			<h1>${m.web_error_title({}, { locale })}</h1>
			<p>${describeStatus(status, locale)}</p>
			<p><a href="${back}">${m.web_error_form({}, { locale })}</a></p>
			<p><a href="${listUrls(locale).home()}">${m.web_error_home({}, { locale })}</a></p>
			<p><small>${status}</small></p>
		</main>
	</body>
</html>
`;
}

/** The page that a form stands on. What a browser takes for the name of another host, two slashes, is a path of this one. */
function findPage({ pathname, search }: PageAddress): string {
	// The framework's name for what a form asks for, `/save`, is no part of its page.
	const asked = search
		.slice(1)
		.split('&')
		.filter((part) => part !== '' && !/^(?:\/|%2f)/i.test(part));
	return pathname.replace(/^\/+/, '/') + (asked.length > 0 ? `?${asked.join('&')}` : '');
}
