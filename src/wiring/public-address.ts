import type { Config } from './config.ts';

/** The address that links in mails begin with: the configured one, else where the site listens. Never what a request says. */
export function getPublicAddress({ origin, host, port }: Pick<Config, 'origin' | 'host' | 'port'>): string {
	return origin ?? writeAddress(host, port);
}

/** The address a person opens, for a place to listen on. */
export function writeAddress(host: string, port: number): string {
	const open = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
	return `http://${open.includes(':') ? `[${open}]` : open}:${port}`;
}
