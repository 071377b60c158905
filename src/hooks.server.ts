import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import type { Actor } from '#domain/access/policy.ts';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { compressResponse } from '#web/compress-response.ts';
import { splitLocale } from '#web/locale.ts';
import { addSecurityHeaders } from '#web/security-headers.ts';
import { describeDomainError, describeStatus } from '#web/to-response.ts';
import { readConfig } from '#wiring/config.ts';
import { openServices, type Services } from '#wiring/services.ts';

let services: Services;
let demo = false;

/** Opens the database once, before the first request. */
export const init: ServerInit = async () => {
	const config = readConfig(process.env);
	demo = config.demo;
	services = await openServices(config);
	// The server that carries the pages says when it has stopped taking requests.
	process.once('sveltekit:shutdown', () => void services.close());
};

const reader: Actor = { id: 'public', role: 'reader', municipalityCode: null };
const demoCoordinator: Actor = { id: 'demo', role: 'coordinator', municipalityCode: null };

export const handle: Handle = async ({ event, resolve }) => {
	const { locale } = splitLocale(event.url.pathname);
	event.locals.locale = locale;
	event.locals.requestId = crypto.randomUUID();
	event.locals.mayEdit = demo;
	event.locals.context = services.context(demo ? demoCoordinator : reader);

	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', locale),
		preload: ({ type, path }) => type === 'css' || (type === 'font' && /-(Regular|Light)-Latin1/.test(path)),
	});
	addSecurityHeaders(response.headers, event.url.protocol === 'https:');
	response.headers.set('x-request-id', event.locals.requestId);
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-cache');
	return compressResponse(event.request, response);
};

/** The only place where a failure becomes a page: rules get their own sentence, faults get a number to report and nothing more. */
export const handleError: HandleServerError = (caught) => {
	const { locale = 'da', requestId, context } = caught.event.locals;
	if (caught.kind === 'unknown' && isDomainError(caught.error)) return describeDomainError(caught.error, locale);
	if (caught.kind === 'unknown') {
		console.error(
			JSON.stringify({ requestId, actor: context?.actor.id, path: caught.event.url.pathname, error: describeFault(caught.error) }),
		);
		return { status: 500, message: describeStatus(500, locale), requestId };
	}
	const { status } = caught.error;
	return { status, message: describeStatus(status, locale), requestId };
};

function describeFault(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
