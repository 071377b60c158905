import danish from '#docs/metode.md?raw';
import english from '#docs/method.md?raw';
import { m } from '#text/paraglide/messages.js';
import { keepOnServer } from '#web/keep-on-server.ts';
import { renderManual } from '#web/render-manual.ts';
import type { PageServerLoad } from './$types';

// The text is the documentation's own, read once; each language has its own page there.
const pages = {
	da: renderManual(danish, m.web_method_table({}, { locale: 'da' })),
	en: renderManual(english, m.web_method_table({}, { locale: 'en' })),
};

export const load: PageServerLoad = ({ locals }) => ({ page: keepOnServer(pages[locals.locale]) });
