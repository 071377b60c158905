/**
 * Letters and digits only, lower case: `Hovedansvarli\ng aktør -` and `HOVEDANSVARLIG AKTØR` become the same.
 * Text taken out of narrow columns is broken at any letter, so spaces cannot be trusted.
 */
export function compactText(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Lower case with one space where anything but letters and digits stood: for comparing word by word. */
export function foldWords(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\u00ad/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The text on one line, or null when there is none. For names and short values. */
export function oneLine(text: string): string | null {
	return text.replace(/[\s\u00a0]+/g, ' ').trim() || null;
}

/** The text with its line breaks, without spaces at line ends and blank lines around it; null when there is none. */
export function manyLines(text: string): string | null {
	return (
		text
			.replace(/\r\n?/g, '\n')
			// Looked for where a run of spaces begins only: from each of its spaces it would take quadratic time.
			.replace(/(?<![ \t])[ \t]+$/gm, '')
			.trim() || null
	);
}

/** The text without what no database or JSON can hold and no document means: null characters and halves of a letter's pair. */
export function wholeText(text: string): string {
	return text.includes('\u0000') || !text.isWellFormed() ? text.replaceAll('\u0000', '').toWellFormed() : text;
}

/** True when the text holds a mark that only says "nothing here": empty or a lone dash. */
export function isBlank(text: string): boolean {
	return /^[\s\u00a0\-–—]*$/.test(text);
}
