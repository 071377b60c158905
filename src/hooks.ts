import type { Reroute } from '@sveltejs/kit/hooks';
import { splitLocale } from '#web/locale.ts';

/** `/en/soroe` is the English reading of `/soroe`: one set of routes serves both. */
export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path;
