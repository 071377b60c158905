import type { Locale } from './locale.ts';
import { writeHtmlMail, writePlainMail } from './mail-frame.ts';
import { m } from './paraglide/messages.js';

/** The mail that carries a link to sign in with: one button, the plain address under it, and what it is if nobody asked for it. */
export function writeSignInMail(
	{ link, municipality }: { readonly link: string; readonly municipality: string },
	locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
	const options = { locale };
	const said = {
		lines: [m.signin_mail_opening({}, options)],
		button: m.signin_mail_button({}, options),
		link,
		last: [m.signin_mail_unasked({}, options)],
	};
	return {
		subject: m.signin_mail_subject({ municipality: m.web_municipality_name({ name: municipality }, options) }, options),
		text: writePlainMail(said),
		html: writeHtmlMail(said, locale),
	};
}
