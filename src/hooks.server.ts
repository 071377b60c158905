import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { can, type Actor } from '#domain/access/policy.ts';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { findActor } from '#usecases/access/find-actor.ts';
import { sendSignInMails } from '#usecases/mail/send-queued-mails.ts';
import { findRevision } from '#usecases/plan/find-revision.ts';
import { answerUnchanged } from '#web/answer-unchanged.ts';
import { refuseBody } from '#web/body-limit.ts';
import { findCanonicalPath } from '#web/canonical-path.ts';
import { chooseEncoding, compressResponse } from '#web/compress-response.ts';
import { isForwarded } from '#web/is-forwarded.ts';
import { splitLocale } from '#web/locale.ts';
import { openPageMemory, type PageQuestion, type Revision } from '#web/page-memory.ts';
import { makeReadingSlots } from '#web/reading-slots.ts';
import { renderRefusal } from '#web/refusal-page.ts';
import { addSecurityHeaders } from '#web/security-headers.ts';
import { describeDomainError, describeStatus } from '#web/to-response.ts';
import { m } from '#text/paraglide/messages.js';
import { readConfig, type Demo } from '#wiring/config.ts';
import { openMailer, outboxFolder } from '#wiring/mailer.ts';
import { countMails, observeRequest, openMetrics } from '#wiring/metrics.ts';
import { nameError } from '#wiring/name-error.ts';
import { openOutbox } from '#wiring/outbox.ts';
import { job, openServices, type Services } from '#wiring/services.ts';
import { openSignIn, type OpenedSignIn } from '#wiring/sign-in.ts';
import { openWaiting } from '#wiring/waiting.ts';

let services: Services;
let openedSignIn: OpenedSignIn;
let demo: Demo = 'off';
let installation: Pick<App.Locals, 'outbox' | 'readMetrics' | 'sendSignInMails'>;

/** Opens the database once, before the first request. */
export const init: ServerInit = async () => {
	const config = readConfig(process.env);
	demo = config.demo;
	services = await openServices(config);
	const send = openMailer(config);
	installation = {
		outbox: config.smtpUrl ? null : openOutbox(outboxFolder(config)),
		readMetrics: openMetrics(config.metrics),
		sendSignInMails: async (municipality) => countMails(await sendSignInMails(services.context(job), { municipality, send })),
	};
	openedSignIn = openSignIn(config, services.context(reader));
	// The server that carries the pages says when it has stopped taking requests.
	process.once('sveltekit:shutdown', () => void waiting.finish().then(() => services.close()));
};

type Resolve = Parameters<Handle>[0]['resolve'];

const reader: Actor = { id: 'public', role: 'reader', municipalityCode: null };
const demoCoordinator: Actor = { id: 'demo', role: 'coordinator', municipalityCode: null };

/** Work that answers do not wait for. */
const waiting = openWaiting((error) => console.error(JSON.stringify({ event: 'later.failed', error: nameError(error) })));

const slots = makeReadingSlots({ atOnce: 3, roomAfter: 250, mostWaiting: 500 });
const pages = openPageMemory({ maxPages: 256, maxBytes: 16_000_000 });
/** Pages made of nothing but what moves the municipality's revision; an initiative's own page also shows its history. */
const rememberedRoutes: ReadonlySet<string | null> = new Set([
	'/[municipality]',
	'/[municipality]/indsatser',
	'/[municipality]/om',
	'/[municipality]/plantjek',
	'/[municipality]/rapporter',
	'/[municipality]/regnskab',
	'/[municipality]/status/[year]',
]);

/** What those who run the service ask; answered whoever asks, also when the database is away. */
const probes: ReadonlySet<string | null> = new Set(['/healthz', '/readyz', '/metrics']);

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const response = await answer(event, resolve);
	const labels = { method: event.request.method, route: event.route.id ?? 'none', status: response.status };
	observeRequest(labels, (performance.now() - started) / 1000);
	return response;
};

async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { locale } = splitLocale(event.url.pathname);
	event.locals.locale = locale;
	event.locals.requestId = crypto.randomUUID();
	Object.assign(event.locals, installation);
	if (probes.has(event.route.id)) {
		event.locals.context = services.context(reader);
		return resolve(event);
	}
	// To find a page that is remembered costs little; to make it is another matter, below.
	return isPage(event) && !rememberedRoutes.has(event.route.id) ? inTurn(event, () => answerOf(event, resolve)) : answerOf(event, resolve);
}

/** Makes a page when it is its turn. Nothing is made for a browser that has gone, and none waits where too many do. */
async function inTurn(event: RequestEvent, make: () => Promise<Response>): Promise<Response> {
	if (slots.isFull()) return refuseUnread(503, event);
	return slots.take(() => (event.request.signal.aborted ? Promise.resolve(refuseUnread(503, event)) : make()));
}

async function answerOf(event: RequestEvent, resolve: Resolve): Promise<Response> {
	if (isCrossSite(event)) return new Response(null, { status: 403, headers: { 'x-request-id': event.locals.requestId } });
	const cookies = await identify(event);
	const { locals, request, route } = event;
	const refused = refuseBody({ request, route: route.id, isKnown: locals.open !== null || locals.demo });
	if (refused) return refuseUnread(refused, event);

	const canonical = findCanonical(event);
	if (canonical) return new Response(null, { status: 308, headers: { location: canonical, 'x-request-id': event.locals.requestId } });
	const at = await findRevisionOfPage(event);
	const question = getQuestion(event);
	const kept = at && pages.find(question, at);
	const make = () => makeResponse(event, resolve);
	const isOwnTurn = isPage(event) && rememberedRoutes.has(route.id);
	const made = kept ?? (await (isOwnTurn ? inTurn(event, make) : make()));
	const sent = at && !kept ? await pages.save(question, at, made) : made;
	const response = answerUnchanged(event.request, sent);
	response.headers.set('x-request-id', event.locals.requestId);
	for (const cookie of cookies) response.headers.append('set-cookie', cookie);
	return response;
}

function isReading({ request }: RequestEvent): boolean {
	return request.method === 'GET' || request.method === 'HEAD';
}

/** A route with a dot in its name is a file, which waits for other processes than this. */
function isPage(event: RequestEvent): boolean {
	return isReading(event) && !event.route.id?.includes('.');
}

/** What changes something is asked for by our own pages. The framework refuses forms from elsewhere; this refuses all else. */
function isCrossSite(event: RequestEvent): boolean {
	if (isReading(event)) return false;
	const { request, url } = event;
	const origin = request.headers.get('origin');
	return (origin !== null && origin !== url.origin) || request.headers.get('sec-fetch-site') === 'cross-site';
}

/** Says no without more; what is left of a body that is not read would be taken for the next request. */
function refuseUnread(status: number, { locals: { locale, requestId }, request, url }: RequestEvent): Response {
	const isBrowser = request.headers.get('accept')?.includes('text/html') ?? false;
	const body = isBrowser ? renderRefusal(status, { locale, url }) : describeStatus(status, locale);
	const type = `text/${isBrowser ? 'html' : 'plain'}; charset=utf-8`;
	const headers = new Headers({ 'content-type': type, connection: 'close', 'x-request-id': requestId });
	addSecurityHeaders(headers, url.protocol === 'https:');
	return new Response(body, { status, headers });
}

/** Finds out who asks and what they are in the municipality the page is about. Gives the cookies that go with the answer. */
async function identify({ locals, request, params }: RequestEvent): Promise<readonly string[]> {
	const { signIn, cookies } = openedSignIn.forRequest(request);
	const open = await signIn.findSession();
	const isDemo = !open && (demo === 'on' || (demo === 'local' && !isForwarded(request.headers)));
	const { municipality } = params;
	const found = open && municipality ? await findActor(services.context(reader), { session: open.session, municipality }) : null;
	const actor = found?.actor ?? (isDemo ? demoCoordinator : reader);
	Object.assign(locals, {
		signIn,
		open,
		later: waiting.add,
		demo: isDemo,
		person: found?.person ?? null,
		owesCode: found?.needsSecondFactor ?? false,
		context: services.context(actor, found?.tenant),
		mayEdit: isDemo || can(actor, 'plan.edit', { municipalityCode: actor.municipalityCode }),
	} satisfies Partial<App.Locals>);
	return cookies;
}

/** Where a municipality's page is, when its name was written in capitals or with æ, ø and å. */
function findCanonical({ request, route, params, url }: RequestEvent): string | null {
	if (!params.municipality || !route.id || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
	const path = findCanonicalPath(url.pathname);
	return path && path + url.search;
}

async function makeResponse(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale),
		preload: ({ type, path }) => type === 'css' || (type === 'font' && /-(Regular|Light)-Latin1/.test(path)),
	});
	addSecurityHeaders(response.headers, event.url.protocol === 'https:');
	const forOne = event.locals.open !== null;
	// The next person at the machine must not find it by going back.
	if (forOne || !response.headers.has('cache-control')) response.headers.set('cache-control', forOne ? 'private, no-store' : 'no-cache');
	return compressResponse(event.request, response);
}

/** The revision a page that may be remembered is to be made at; undefined for all others. */
async function findRevisionOfPage({ request, route, params, isDataRequest, locals }: RequestEvent): Promise<Revision | undefined> {
	// While developing, the code changes under the pages.
	if (import.meta.env.DEV) return undefined;
	// What somebody who is signed in sees is theirs alone.
	if (locals.open || request.method !== 'GET' || isDataRequest || !rememberedRoutes.has(route.id) || !params.municipality) return undefined;
	// Making the page asks the same, meets the same fault and has a page for it.
	return findRevision(locals.context, { municipality: params.municipality }).catch(() => undefined);
}

function getQuestion({ url, request, locals }: RequestEvent): PageQuestion {
	const { locale, mayEdit, context } = locals;
	return { href: url.href, locale, encoding: chooseEncoding(request), actor: context.actor, mayEdit };
}

/** The only place where a failure becomes a page: rules get their own sentence, faults get a number to report and nothing more. */
export const handleError: HandleServerError = (caught) => {
	const { locale = 'da', requestId, context } = caught.event.locals;
	if (caught.kind === 'unknown' && isDomainError(caught.error)) {
		const described = describeDomainError(caught.error, locale);
		// Who has yet to give the second factor is not refused for good: the page leads on to it.
		const owesCode = caught.error.kind === 'forbidden' && caught.event.locals.owesCode;
		if (owesCode) return { ...described, message: m.signin_code_first({}, { locale }), owesCode };
		const { open, demo: isDemo } = caught.event.locals;
		if (caught.error.kind !== 'forbidden' || isDemo || (open && open.session.answersFor === null)) return described;
		return { ...described, maySignIn: open ? ('answer link' as const) : ('visitor' as const) };
	}
	if (caught.kind === 'unknown') {
		console.error(JSON.stringify({ requestId, actor: context?.actor.id, route: caught.event.route.id, error: nameError(caught.error) }));
		return { status: 500, message: describeStatus(500, locale), requestId };
	}
	// A page that has lost its place says so itself, and hands back what was typed on it.
	if (caught.kind === 'app' && 'kept' in caught.error) return { requestId };
	const { status } = caught.error;
	return { status, message: describeStatus(status, locale), requestId };
};
