/**
 * A text as XML 1.0 can hold it: without control characters other than tab and line breaks, without half characters.
 * An office program refuses a whole file for one such character.
 */
export function xmlText(text: string): string {
	return text
		.normalize('NFC')
		.toWellFormed()
		.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''));
}
