import { isLoopback, type Config } from '#wiring/config.ts';

/** Protocol and host that a request is taken to be for. */
export type RequestAddress = { protocol: 'http' | 'https'; host: string };

/**
 * The address a request is for. A public address that was configured always counts: the proxy in front may write any host.
 * Without one, a site on the own machine answers only to the machine's own names; otherwise a page elsewhere could point its
 * name at 127.0.0.1 and read and write here in the visitor's browser. On a network any name is good.
 * @returns null when the request is not for this site
 */
export function getRequestAddress(host: string | undefined, config: Pick<Config, 'host' | 'origin'>): RequestAddress | null {
	if (config.origin) {
		const { protocol, host: publicHost } = new URL(config.origin);
		return { protocol: protocol === 'https:' ? 'https' : 'http', host: publicHost };
	}
	const name = host ? URL.parse(`http://${host}`)?.hostname : undefined;
	if (!host || !name) return null;
	if (isLoopback(config.host) && !isLoopback(name)) return null;
	return { protocol: 'http', host };
}
