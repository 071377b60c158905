import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Config } from '#wiring/config.ts';
import type { Log } from '#wiring/log.ts';
import { nameError } from '#wiring/name-error.ts';
import { writeAddress } from '#wiring/public-address.ts';
import { addressHeaders, setSitePort } from '#wiring/site-environment.ts';
import { getRequestAddress } from './request-address.ts';

/** A site that takes requests. */
export type Site = { address: string; port: number; close(): Promise<void> };

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export type SiteOptions = {
	handlerFile: string;
	config: Config;
	/** Said to a request for another host, which is not answered. */
	otherHost(address: string): string;
	log: Log;
};

// A request in progress may finish; what is slower than this is cut off.
const closingPatience = 3_000;
// Longer than the usual proxy keeps a connection, so that it is never we who close one the proxy is about to use.
const keepAlive = 65_000;

/**
 * On every answer, also those given before the pages' own headers are put on: style, script and fonts, and what the framework
 * refuses by itself. A page's own header of the same name takes the place of these.
 */
const firstHeaders = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'strict-origin-when-cross-origin',
};

/** Loads the built site and listens. @throws DomainError `site.port-taken`, `site.address-unusable` */
export async function openSite(options: SiteOptions): Promise<Site> {
	const server = createServer({ keepAliveTimeout: keepAlive });
	await listen(server, options.config);
	const { port } = server.address() as AddressInfo;
	const address = writeAddress(options.config.host, port);
	// Only now is the port known that links in mails lead to; a request that comes before the pages are there waits for them.
	setSitePort(port);
	const loading = import(pathToFileURL(options.handlerFile).href) as Promise<{ handler: Handler }>;
	const pages: Handler = async (...passed) => (await loading).handler(...passed);
	server.on('request', (request, response) => void answer(request, response, pages, options, address));
	await loading.catch(async (error: unknown) => {
		await close(server);
		throw error;
	});
	return { address, port, close: () => close(server) };
}

/** Finds out early whether the port is free, before anything long. @throws DomainError as `openSite` */
export async function checkPort(config: Config): Promise<void> {
	const server = createServer();
	await listen(server, config);
	server.close();
	await once(server, 'close');
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
	try {
		server.listen({ host, port });
		await once(server, 'listening');
	} catch (error) {
		const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		const code = reason === 'EADDRINUSE' ? 'site.port-taken' : 'site.address-unusable';
		throw new DomainError('conflict', code, { host, port, reason }, { cause: error });
	}
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	handler: Handler,
	options: SiteOptions,
	address: string,
): Promise<void> {
	const asked = getRequestAddress(request.headers.host, options.config);
	if (!asked) {
		response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end(options.otherHost(address));
		return;
	}
	request.headers[addressHeaders.protocol] = asked.protocol;
	request.headers[addressHeaders.host] = asked.host;
	for (const [name, value] of Object.entries(firstHeaders)) response.setHeader(name, value);
	try {
		await handler(request, response, () => response.writeHead(404).end());
	} catch (error) {
		options.log('request.failed', { method: request.method ?? '', reason: nameError(error) });
		if (!response.headersSent) response.writeHead(500);
		response.end();
	}
}

async function close(server: Server): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	server.closeIdleConnections();
	await Promise.race([closed, delay(closingPatience)]);
	server.closeAllConnections();
	await closed;
	// The pages' own connections to the database end on this word, as under the adapter's own server.
	process.emit('sveltekit:shutdown' as never, 'SIGTERM' as never);
}
