import type { Quantity } from '#domain/plan/initiative.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';

/**
 * How the number of a quantity is written: the Danish way; in a table with English headings, where point and comma may be either's;
 * or as a spreadsheet stores it, with a point before decimals whatever its reader sees.
 */
export type NumberForm = 'danish' | 'english' | 'stored';

/** Headings, in small letters, of columns where numbers may be written the English way. */
export const englishQuantityHeadings: ReadonlySet<string> = new Set(['quantity', 'amount']);

const before = String.raw`^(?:ca\.?\s*|mindst\s+|op til\s+|about\s+|at least\s+|up to\s+)?`;
const forms: Readonly<Record<NumberForm, RegExp>> = {
	danish: new RegExp(String.raw`${before}([-−–]?\d[\d.\u00a0\u202f ]*(?:,\d+)?)\s*(.*)$`, 'is'),
	english: new RegExp(String.raw`${before}([-−–]?(?:\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*))\s*(.*)$`, 'is'),
	stored: /^(-?\d+(?:\.\d+)?)\s*(.*)$/s,
};
const against =
	/^(.*?)[\s,(]*(?:i forhold til|ift\.?|sammenlignet med|fra|against|compared (?:to|with)|from|jämfört med|sammenlignet med)\s+(.+?)\)?$/is;

/** A longer text is prose that begins with a number. */
const longest = 300;

/**
 * Reads a promised quantity: `125 ladestandere`, `85 % i forhold til 1990`. Null when the text does not begin with a number and a
 * unit, or the number could be two: under an English heading `1.500` and `1,500` are.
 */
export function readQuantity(text: string, form: NumberForm = 'danish'): Quantity | null {
	const trimmed = text.trim();
	const parts = trimmed.length > longest ? null : forms[form].exec(trimmed);
	const value = parts?.[1] === undefined ? undefined : numberReaders[form](parts[1].trim());
	const rest = parts?.[2]?.trim();
	if (value === undefined || !rest) return null;
	const basis = against.exec(rest);
	const unit = (basis?.[1] ?? rest).trim();
	return unit ? { value, unit, basis: basis?.[2]?.trim() ?? null } : null;
}

const numberReaders: Readonly<Record<NumberForm, (text: string) => number | undefined>> = {
	danish: parseDanishNumber,
	english: parseEitherNumber,
	stored: Number,
};

/** A number that is the same in Danish and English, or can only be one of them: `1500`, `2.5`, `1,250.5`, `1.250,5`. */
function parseEitherNumber(text: string): number | undefined {
	const compact = text.replace(/[\u00a0\u202f ]/g, '').replace(/^[−–]/, '-');
	if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(compact)) return undefined;
	const isEnglish = /^-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(compact);
	if (!isEnglish) return parseDanishNumber(compact);
	const value = Number(compact.replaceAll(',', ''));
	return Number.isFinite(value) ? value : undefined;
}
