import type { Relation, RelationKind } from './initiative.ts';

// \b does not know æ, ø and å, so word edges are spelled out.
const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';
const number = `\\d{1,3}[a-zæøå]?${after}`;
// "indsats 4, 2 halve dage" is not a list: after a comma the next number must itself end the list or go on with it.
const next = `(?:\\s*(?:og|samt|eller|and|or|&)\\s*(?:nr\\.?\\s*)?${number}|\\s*,\\s*${number}(?=\\s*(?:$|[,.;:)]|og${after}|samt${after}|and${after}|-\\s)))`;
const range = `(?:\\s?[-–]\\s?${number})`;
const list = `(${number}(?:${range}|${next}*))`;
const unit = '(?!\\s*(?:%|pct|procent|mio|mia|kr|ton|km|m2|ha|mwh|kwh|stk|år|af\\s)|[.,]\\d)';
// At most one line's end: a heading that ends in the word and a number after an empty line do not belong together.
const gap = '[ \\n]?';
const word = '(?:indsats(?:en|er|erne)?|tiltag(?:et|ene)?|handling(?:en|er|erne)?|initiatives?|actions?)';
const named = new RegExp(`${before}${word}(?:${gap}(?:nr\\.?|nummer|no\\.?))?${gap}${list}${unit}`, 'giu');
// Without the word "indsats" only a phrase that ends with the numbers is trusted: "se 4 og 9", "counted inside 20".
const bare = new RegExp(
	`${before}(se(?:\\s+også)?|see(?:\\s+also)?|jf\\.?|counted\\s+inside)\\s+(?:nr\\.?\\s*)?${list}(?=\\s*(?:$|[.;)\\n]))`,
	'giu',
);
const inside =
	/(?:(?:med|ind)regn|counted|(?:del af|part of|indgår|medtaget)[^.;]*(?:redukt|reduct|beregn|effekt|effect|potenti|co2|ton))/iu;
const insideEnd = /(?:^|\s)(?:under|i|in|inside|of|af)\s+$/iu;
const baseline =
	/(?:medtaget|medregnet|indregnet|indgår|included|counted)\s+(?:allerede\s+|already\s+)?(?:i|in)\s+(?:the\s+|kommunens\s+)?(?:BAU|baseline|basisfremskrivning|fremskrivning)|(?<!not )in the baseline/iu;

/**
 * What a text says about other initiatives: "skal ses i sammenhæng med indsats 9 og 12" (see 9, see 12), "som del af
 * reduktionspotentiale under indsats nr. 20" (counted inside 20), "medtaget i BAU" (in the baseline).
 * Only numbers that the text calls an initiative count: "tema 4", "scope 3" and "Vision 2026" are none.
 * Each relation once, in the text's order.
 */
export function findRelations(written: string): Relation[] {
	const text = written.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n');
	const found: { at: number; relation: Relation }[] = [];
	for (const match of text.matchAll(named)) {
		const kind = readKind(text.slice(0, match.index));
		for (const target of readNumbers(match[1] ?? '')) found.push({ at: match.index, relation: { kind, targetNumber: target } });
	}
	for (const match of text.matchAll(bare)) {
		const kind = /counted/iu.test(match[1] ?? '') ? 'counted inside' : 'see';
		for (const target of readNumbers(match[2] ?? '')) found.push({ at: match.index, relation: { kind, targetNumber: target } });
	}
	const base = baseline.exec(text);
	if (base) found.push({ at: base.index, relation: { kind: 'in the baseline', targetNumber: null } });
	return removeRepeated(found.sort((left, right) => left.at - right.at).map((one) => one.relation));
}

/** The texts of an initiative in which relations are looked for. */
export type RelatingTexts = {
	readonly number: string;
	readonly title: string;
	readonly remark: string | null;
	readonly co2RelationText: string | null;
};

/** All that an initiative's own texts say about others; what it says about itself is left out. */
export function listRelations(texts: RelatingTexts): Relation[] {
	const all = [texts.title, texts.remark, texts.co2RelationText].flatMap((text) => (text === null ? [] : findRelations(text)));
	return removeRepeated(all).filter((relation) => relation.targetNumber?.toLowerCase() !== texts.number.toLowerCase());
}

function readKind(head: string): RelationKind {
	const sentence =
		head
			.slice(Math.max(0, head.length - 120))
			.split(/[.;]\s/u)
			.at(-1) ?? '';
	return inside.test(sentence) && insideEnd.test(sentence) ? 'counted inside' : 'see';
}

/** "Indsats 3-7" names five. A range of hundreds names no initiatives one by one. */
const longestRange = 50;

function readNumbers(list: string): string[] {
	const ends = /^(\d{1,3})\s?[-–]\s?(\d{1,3})$/u.exec(list.trim());
	if (!ends) return list.match(/\d{1,3}[a-zæøå]?(?![\p{L}\p{N}])/giu) ?? [];
	const [first, last] = [Number(ends[1]), Number(ends[2])];
	if (last <= first || last - first > longestRange) return [String(first), String(last)];
	return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

function removeRepeated(relations: readonly Relation[]): Relation[] {
	const seen = new Map(relations.map((relation) => [`${relation.kind} ${relation.targetNumber?.toLowerCase() ?? ''}`, relation]));
	return [...seen.values()];
}
