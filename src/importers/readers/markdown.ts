import type { ReadTables, Table, TableRow } from '../table.ts';

const rule = /^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*(?:\|[ \t]*)?$/;
const heading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$/;
const fence = /^ {0,3}(```|~~~)/;

/** Reads the tables of a Markdown text (GitHub's form). The nearest heading above is the table's title; row numbers are lines. */
export function readMarkdown(file: string, text: string): ReadTables {
	const lines = text.split(/\r\n?|\n/);
	const tables: Table[] = [];
	let title: string | null = null;
	let documentTitle: string | null = null;
	let inFence = false;
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (fence.test(line)) inFence = !inFence;
		const named = inFence ? null : heading.exec(line);
		if (named?.[2]) {
			title = plainText(named[2]);
			if (named[1] === '#') documentTitle ??= title;
		}
		if (inFence || !line.includes('|') || !rule.test(lines[at + 1] ?? '') || rule.test(line)) continue;
		const rows: TableRow[] = [toRow(line, at)];
		let end = at + 2;
		while (end < lines.length && /\S/.test(lines[end] ?? '') && (lines[end] ?? '').includes('|')) rows.push(toRow(lines[end] ?? '', end++));
		tables.push({
			place: { file, sheet: null, page: null },
			title,
			rows: rows.filter((row) => row.cells.some((cell) => cell.text !== '')),
		});
		at = end - 1;
	}
	return { tables, problems: [], title: documentTitle };
}

function toRow(line: string, at: number): TableRow {
	return { row: at + 1, page: null, hidden: false, cells: splitCells(line).map((text) => ({ text: plainText(text) })) };
}

/** Splits at bars that are not escaped; the bars at both ends belong to no cell. */
function splitCells(line: string): string[] {
	const inner = line
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	return inner.split(/(?<!\\)\|/);
}

/** Where escaped signs wait while the unescaped ones are taken for marks: a range no text uses. */
const aside = 0xe000;

/** The text as it is shown: line breaks for `<br>`, no emphasis, no link addresses, no escapes. */
function plainText(text: string): string {
	return text
		.replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(aside + sign.charCodeAt(0)))
		.replace(/<br\s*\/?>/gi, '\n')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gs, '$2')
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&')
		.replace(/[\ue021-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - aside))
		.split('\n')
		.map((line) => line.trim())
		.join('\n')
		.trim();
}
