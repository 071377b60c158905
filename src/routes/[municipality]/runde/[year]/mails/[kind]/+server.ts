import { parseYear } from '#domain/shared/year.ts';
import { writeMail } from '#text/mails.ts';
import { previewKind } from '#usecases/mail/preview-mails.ts';
import { readKind } from '../read-kind.ts';
import type { RequestHandler } from './$types';

// A mail brings its own look along and may do nothing here.
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** How the HTML of a mail looks, by itself on a page. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const round = { municipality: params.municipality, year: parseYear(params.year) ?? 0 };
	const { html } = await previewKind(locals.context, { ...round, kind: readKind(params.kind), write: writeMail });
	const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-store' };
	return new Response(html, { headers });
};
