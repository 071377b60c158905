import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/**
 * Who made a change, on pages that anybody may read: the municipality, and never which person there. What is no person plays a part
 * that has a name.
 */
export function nameWho(who: string, locale: Locale): string {
	if (who === 'demo') return m.web_who_demo({}, { locale });
	return ['installation', 'job', 'cli'].includes(who) ? m.web_who_system({}, { locale }) : m.signin_who_municipality({}, { locale });
}
