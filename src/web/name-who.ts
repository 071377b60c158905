import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/** Who made a change. The demo has no names, only parts played. */
export function nameWho(who: string, locale: Locale): string {
	if (who === 'demo') return m.web_who_demo({}, { locale });
	return who === 'installation' ? m.web_who_system({}, { locale }) : who;
}
