import { isYear, parseYear } from '#domain/shared/year.ts';

/**
 * What a heading says of a year: the year, with `isPlain` false where more stands beside it that changes nothing; `unclear` where it
 * looks like a year and may be another thing; `inside` where words name a year. Undefined for any other heading.
 */
export type YearHeading = { readonly year: number; readonly isPlain: boolean } | 'unclear' | 'inside' | undefined;

/** Words that say how sure the figures are, and nothing of what they count. */
const sure =
	'foreløbige?t?|foreløbige? tal|forel|provisional|preliminary|anslået|estimat|estimeret|estimate|skøn|revideret|rettet|korrigeret|opdateret|endeligt?|endelige tal|revised|final|basisår|base year|p|e|r';
const marked = new RegExp(
	String.raw`^(?:år |year |udledning |emissions? )?(\d{4}) ?(?:[*†‡¹²³.]{1,3})? ?(?:\((?:${sure})[*.]?\)|[,:–-]? ?(?:foreløbige?t?|provisional|preliminary))?$`,
	'iu',
);

/** Reads a heading as a year where it can be nothing else: `2024`, `2024*`, `2024 (foreløbig)`. `2024 (kton)` and `20 23` are unclear. */
export function readYearHeading(heading: string): YearHeading {
	const text = heading.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
	const plain = parseYear(text);
	if (plain !== undefined) return { year: plain, isPlain: true };
	const year = parseYear(marked.exec(text)?.[1] ?? '');
	if (year !== undefined) return { year, isPlain: false };
	const beginning = /^(\d{4})(?!\d)/.exec(text)?.[1];
	const isLikeYear = (beginning !== undefined && isYear(Number(beginning))) || /^['’]?[\d .,*]*\d[\d .,*]*$/.test(text);
	if (isLikeYear || /^[12][\dOol]{3}$/.test(text)) return 'unclear';
	return /(?<!\d)(?:19|20|21)\d{2}(?!\d)/.test(text) ? 'inside' : undefined;
}
