import { escapeHtml } from './escape-html.ts';
import type { Locale } from './locale.ts';

const paragraph = (html: string) => `<p style="margin:0 0 16px">${html}</p>`;
const list = (items: readonly string[]) =>
	`<ul style="margin:0 0 16px;padding-left:24px">${items.map((item) => `<li style="margin:0 0 4px">${escapeHtml(item)}</li>`).join('')}</ul>`;

/** A paragraph, or what is listed one under the other. */
export type MailLine = string | readonly string[];

/** What every mail holds: lines, one button whose address also stands in plain, and last lines. */
export type MailFrame = {
	readonly lines: readonly MailLine[];
	readonly button: string;
	readonly link: string;
	readonly last: readonly string[];
};

/** The mail as plain text. */
export function writePlainMail({ lines, button, link, last }: MailFrame): string {
	// A list stands right under what it is a list of.
	const said = lines.map((line, at) =>
		typeof line === 'string' ? `${at > 0 ? '\n\n' : ''}${line}` : line.map((item) => `\n- ${item}`).join(''),
	);
	return [said.join('').trimStart(), `${button}:\n${link}`, ...last].join('\n\n');
}

/** The same as HTML, in which nothing that was typed is markup. */
export function writeHtmlMail({ lines, button, link, last }: MailFrame, locale: Locale): string {
	const address = escapeHtml(link);
	const look =
		'display:inline-block;padding:12px 24px;background:#12505b;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold';
	const body = [
		...lines.map((line) => (typeof line === 'string' ? paragraph(escapeHtml(line).replaceAll('\n', '<br>')) : list(line))),
		paragraph(`<a href="${address}" style="${look}">${escapeHtml(button)}</a>`),
		paragraph(`<a href="${address}" style="color:#12505b">${address}</a>`),
		...last.map((line) => paragraph(escapeHtml(line))),
	];
	const font = "font-family:'IBM Plex Sans',Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a";
	return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="margin:0;padding:24px;max-width:560px;overflow-wrap:anywhere;${font}">${body.join('')}</body></html>`;
}
