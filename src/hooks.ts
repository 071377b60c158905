import type { Reroute, Transport } from '@sveltejs/kit/hooks';
import { isKeptOnServer } from '#web/keep-on-server.ts';
import { splitLocale } from '#web/locale.ts';

/** `/en/soroe` is the English reading of `/soroe`: one set of routes serves both. */
export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path;

/** What is kept on the server leaves nothing but a sign behind. */
export const transport: Transport = {
	keptOnServer: { encode: (thing: unknown) => isKeptOnServer(thing) && 1, decode: () => undefined },
};
