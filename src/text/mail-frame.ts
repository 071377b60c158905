import type { Locale } from './locale.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
const paragraph = (html: string) => `<p style="margin:0 0 16px">${html}</p>`;

/** What every mail holds: lines, one button whose address also stands in plain, and a last line. */
export type MailFrame = {
	readonly lines: readonly string[];
	readonly button: string;
	readonly link: string;
	readonly last: string | null;
};

/** The mail as plain text. */
export function writePlainMail({ lines, button, link, last }: MailFrame): string {
	return [...lines, `${button}:\n${link}`, ...(last ? [last] : [])].join('\n\n');
}

/** The same as HTML, in which nothing that was typed is markup. */
export function writeHtmlMail({ lines, button, link, last }: MailFrame, locale: Locale): string {
	const address = escapeHtml(link);
	const look =
		'display:inline-block;padding:12px 24px;background:#12505b;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold';
	const body = [
		...lines.map((line) => paragraph(escapeHtml(line).replaceAll('\n', '<br>'))),
		paragraph(`<a href="${address}" style="${look}">${escapeHtml(button)}</a>`),
		paragraph(`<a href="${address}" style="color:#12505b;word-break:break-all">${address}</a>`),
		...(last ? [paragraph(escapeHtml(last))] : []),
	];
	const font = "font-family:'IBM Plex Sans',Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a";
	return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="margin:0;padding:24px;max-width:560px;${font}">${body.join('')}</body></html>`;
}
