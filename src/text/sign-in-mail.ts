import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** The mail that carries a link to sign in with: one button, the plain address under it, and what it is if nobody asked for it. */
export function writeSignInMail(
	{ link, municipality }: { readonly link: string; readonly municipality: string },
	locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
	const options = { locale };
	const [opening, button, unasked] = [
		m.signin_mail_opening({}, options),
		m.signin_mail_button({}, options),
		m.signin_mail_unasked({}, options),
	];
	const address = escapeHtml(link);
	const look =
		'display:inline-block;padding:12px 24px;background:#0b5d3b;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold';
	const body = [
		escapeHtml(opening),
		`<a href="${address}" style="${look}">${escapeHtml(button)}</a>`,
		`<a href="${address}" style="color:#0b5d3b;word-break:break-all">${address}</a>`,
		escapeHtml(unasked),
	].map((part) => `<p style="margin:0 0 16px">${part}</p>`);
	const font = "font-family:'IBM Plex Sans',Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a";
	return {
		subject: m.signin_mail_subject({ municipality: m.web_municipality_name({ name: municipality }, options) }, options),
		text: [opening, `${button}:\n${link}`, unasked].join('\n\n'),
		html: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head><body style="margin:0;padding:24px;max-width:560px;${font}">${body.join('')}</body></html>`,
	};
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
