/** One line of extracted text that is not blank. */
export type TextLine = {
	/** The line without outer spaces. */
	readonly text: string;
	/** Line number in the file, from 1. */
	readonly row: number;
	/** Page from 1; null when the text has no form feeds. */
	readonly page: number | null;
	/** One or more blank lines stand above. */
	readonly blankBefore: boolean;
	/** The line ends with a space: the extraction wrapped a paragraph here, between two words. */
	readonly open: boolean;
};

/** A word and where it stands. `line` is an index into the lines; `from` and `to` are offsets in that line's text. */
export type Word = { readonly text: string; readonly line: number; readonly from: number; readonly to: number };

/** Words `from` up to, not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

type Draft = { text: string; row: number; page: number; blankBefore: boolean; open: boolean };

const pageFooter = /^(?:side|page|sida)\s*\d+(?:\s*(?:af|of|av|\/)\s*\d+)?$/iu;

/** Splits text into its lines that are not blank, with pages counted from form feeds and page numbers left out. */
export function readLines(text: string): TextLine[] {
	const clean = text.replace(/^\uFEFF/u, '').normalize('NFC');
	const paged = clean.includes('\f');
	const lines: Draft[] = [];
	let page = 1;
	let blank = false;
	let newPage = false;
	for (const [index, raw] of clean.split(/\r\n|\r|\n/u).entries()) {
		const feeds = raw.split('\f').length - 1;
		page += feeds;
		newPage ||= feeds > 0;
		const printed = raw.replace(/[\f\t\u00A0\u2007\u202F]/gu, ' ');
		const content = printed.trim();
		if (content === '') {
			blank = true;
			continue;
		}
		if (paged && isPageNumber(content, lines.at(-1), page)) continue;
		const previous = lines.at(-1);
		lines.push({
			text: content,
			row: index + 1,
			page,
			blankBefore: blank && !(newPage && previous !== undefined && isMidSentence(previous)),
			open: /\s$/u.test(printed),
		});
		blank = false;
		newPage = false;
	}
	return lines.map((line) => ({ ...line, page: paged ? line.page : null }));
}

/** A blank line at a page break is the page's margin when the sentence runs on over it. */
export function isMidSentence(line: { readonly text: string; readonly open: boolean }): boolean {
	return line.open && !/[.!?:;)]$/u.test(line.text);
}

function isPageNumber(content: string, previous: Draft | undefined, page: number): boolean {
	if (pageFooter.test(content)) return true;
	// A bare number may be an initiative's number, so it must be this page's and end the page.
	return content === String(page) && previous?.page === page && !/^\d/u.test(previous.text);
}

/** The words of all lines in reading order. */
export function splitWords(lines: readonly TextLine[]): Word[] {
	const words: Word[] = [];
	for (const [line, { text }] of lines.entries()) {
		for (const match of text.matchAll(/\S+/gu)) words.push({ text: match[0], line, from: match.index, to: match.index + match[0].length });
	}
	return words;
}

/** Letters of the words without spaces, in lower case: what is left when nobody knows where a word was broken. */
export function squeeze(words: readonly Word[], span: Span): string {
	let text = '';
	for (let index = span.from; index < span.to; index += 1) text += words[index]?.text ?? '';
	return text.toLowerCase();
}
