import { compareWords } from '../shared/natural-order.ts';
import type { TagKind } from './initiative.ts';

/** No name of a committee or a theme is longer. */
export const longestTag = 120;

/** Several committees, themes or goals as one text: "7, 11, 13", "Kultur; Natur". Reading it with `splitTags` gives the same again. */
export function writeTags(kind: TagKind, values: readonly string[]): string | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted(compareWords);
	if (kind === 'sdg') return sorted.join(', ');
	const text = sorted.join('; ');
	// "Energi, transport" as one theme would come back as two: a semicolon after it says that it is one.
	const again = splitTags(kind, text);
	return again.length === sorted.length && again.every((value, place) => value === sorted[place]) ? text : `${text};`;
}

/** The committees or themes that a text names, in its order. A semicolon always parts them; a comma and a new line where both sides can stand alone. */
export function splitTags(kind: Exclude<TagKind, 'sdg'>, text: string): readonly string[] {
	const parts = text.includes(';') ? text.split(';') : kind === 'committee' ? splitCommittees(text) : splitThemes(text);
	const values = parts.map((part) => part.replace(/[\s\u00a0]+/g, ' ').trim());
	return [...new Set(values)].filter((value) => /[\p{L}\p{N}]/u.test(value));
}

/** True for a text whose comma may or may not part two themes: it was taken for one. */
export function isPerhapsSeveral(text: string): boolean {
	return !text.includes(';') && text.includes(',') && splitThemes(text).length === 1;
}

// "Klima-, Miljø- og Teknikudvalget" and "Udvalget for Børn, Unge og Uddannelse" are one committee each.
const body = /udvalg|bestyrelse|råd(?:et)?\b|byråd|committee|council|board|nämnd|utskott|utvalg/i;

function splitCommittees(text: string): string[] {
	const found: string[] = [];
	let ahead = '';
	for (const part of text.split(/(?<=[,\n])|(?<=udvalg(?:et)?)\s+(?:og|samt)\s+(?=\p{L}\S*udvalg)/iu)) {
		const own = ahead + part;
		if (body.test(part)) found.push(own);
		else if (found.length > 0 && ahead === '' && !/-\s*,?\s*$/.test(part)) found.push(`${found.pop() ?? ''}${part}`);
		else {
			ahead = own;
			continue;
		}
		ahead = '';
	}
	if (ahead !== '') found.push(ahead);
	return found.map((each) => each.replace(/[,\s]+$/, ''));
}

function splitThemes(text: string): string[] {
	const lines = text.split('\n');
	const isWrapped = lines.some(
		(line, place) => place > 0 && (/^\s*\p{Ll}/u.test(line) || /(?:[-,]|\s(?:og|and|for|i))\s*$/.test(lines[place - 1] ?? '')),
	);
	return (isWrapped ? [lines.join(' ')] : lines).flatMap((line) => {
		const parts = line.split(',');
		const isOneName = parts.slice(0, -1).some((part) => /-\s*$/.test(part)) || /\s(?:og|and|&)\s/.test(parts.at(-1) ?? '');
		return isOneName ? [line] : parts;
	});
}
