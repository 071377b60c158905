/** What stands in a PDF for characters that the report's fonts lack, letters of another script: a note that something is left out. */
const leftOut = '[…]';
const leftOutAgain = /(?:\[…\] ?)+\[…\]/g;
const longest = 40;
const hash = /^[0-9a-f]{64}$/;
const piece = 12;
const breakHere = '\u200B';

/**
 * A text as the PDF's fonts can print it. PDF/UA allows no character without a glyph, so those become one note
 * that something is left out; the other formats keep them. Endless words get places where a line may break.
 */
export function printableText(text: string, has: (codePoint: number) => boolean): string {
	if (hash.test(text)) return text;
	const clean = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/ {2,}/g, ' ').trim();
	let printable = '';
	for (const { segment } of graphemes.segment(clean)) printable += printableCluster(segment, has);
	return printable.replace(leftOutAgain, leftOut).replace(endlessWord, (word) => [...graphemes.segment(word)].map(withBreak).join(''));
}

// A family emoji is five characters to the computer and one sign to a reader.
const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });
const endlessWord = new RegExp(`[^\\s\\u200B-]{${longest},}`, 'gu');
// Marks that only steer the setting of a text: nothing is lost to a reader without them.
const invisible = /[\p{Cc}\p{Cf}\uFE00-\uFE0F]/gu;

function printableCluster(cluster: string, has: (codePoint: number) => boolean): string {
	if (cluster === '\n') return cluster;
	const visible = cluster.replace(invisible, '');
	return [...visible].every((character) => has(character.codePointAt(0) as number)) ? visible : leftOut;
}

function withBreak({ segment }: Intl.SegmentData, place: number, { length }: readonly unknown[]): string {
	return place % piece === piece - 1 && place < length - 1 ? segment + breakHere : segment;
}

/** The same for every text inside a value, so that nothing on its way to the PDF is forgotten. */
export function printableValue<Value>(value: Value, has: (codePoint: number) => boolean): Value {
	if (typeof value === 'string') return printableText(value, has) as Value;
	if (Array.isArray(value)) return value.map((part: unknown) => printableValue(part, has)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printableValue(part, has)])) as Value;
}
