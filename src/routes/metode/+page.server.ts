import danish from '#docs/metode.md?raw';
import english from '#docs/method.md?raw';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { keepOnServer } from '#web/keep-on-server.ts';
import { renderManual } from '#web/render-manual.ts';
import type { PageServerLoad } from './$types';

const label = (locale: Locale) => ({ table: m.web_method_table({}, { locale }), formula: m.web_method_formula({}, { locale }) });

// The text is the documentation's own, read once; each language has its own page there.
const pages = {
	da: renderManual(danish, label('da')),
	en: renderManual(english, label('en')),
};

export const load: PageServerLoad = ({ locals }) => ({ page: keepOnServer(pages[locals.locale]) });
