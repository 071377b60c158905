import type { Finding } from '../finding.ts';
import { makeFinding, type CheckInput } from './check-input.ts';

/** A run of equal words this long, in characters, is no coincidence. Standing phrases of the field are shorter. */
const longRun = 80;
/** Shorter runs count together: a text copied and then edited still shares several of them. */
const shortRun = 30;
const manyRuns = 120;
/** Words that start a comparison; a run of `shortRun` characters has at least so many. */
const seed = 4;
/** Places remembered of the same few words. What all have in common is found through any of them, so more only cost time. */
const mostPlaces = 24;

type Word = { readonly key: string; readonly start: number; readonly end: number };
type Text = { readonly number: string; readonly text: string; readonly words: readonly Word[] };
type Place = { readonly text: Text; readonly at: number };
type Run = { readonly key: string; readonly text: string; readonly at: number; readonly count: number };
type Pair = { readonly one: string; readonly two: string; readonly runs: Run[] };

/**
 * The same text in two or more initiatives, in remarks or texts on CO2: one run of equal words of at least 80 characters, or
 * several that make 120 together. Case, punctuation and line breaks do not matter. Initiatives that share the same run are
 * named in one finding, with that run as its text.
 */
export function checkRepeatedText({ lines }: CheckInput): Finding[] {
	const texts = lines.flatMap(({ initiative, assessment }) =>
		[assessment.remark, initiative.co2RelationText].flatMap((text) => (text === null ? [] : [splitWords(initiative.number, text)])),
	);
	const order = new Map(lines.map((line, place) => [line.initiative.number, place]));
	const shared = new Map<string, { text: string; numbers: Set<string> }>();
	for (const pair of listPairs(texts)) {
		const longest = findLongest(pair.runs);
		if (!longest) continue;
		const { numbers } = shared.get(longest.key) ?? { numbers: new Set() };
		shared.set(longest.key, { text: longest.text, numbers: numbers.add(pair.one).add(pair.two) });
	}
	return [...shared].map(([key, { text, numbers }]) => {
		const [number = null, ...others] = [...numbers].sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
		return makeFinding({ rule: 'same-text-twice', severity: 'unclear', number, others, text, matter: [key] });
	});
}

function splitWords(number: string, text: string): Text {
	const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
		key: match[0].toLocaleLowerCase('da'),
		start: match.index,
		end: match.index + match[0].length,
	}));
	return { number, text, words };
}

/** The longest run of a pair that shares enough; nothing for a pair that does not. */
function findLongest(runs: readonly Run[]): Run | undefined {
	const [longest] = [...runs].sort((left, right) => right.text.length - left.text.length);
	const total = runs.reduce((sum, run) => sum + run.text.length, 0);
	return longest && (longest.text.length >= longRun || total >= manyRuns) ? longest : undefined;
}

/** Pairs of initiatives with the runs they share, found through the places where the same few words stand. */
function listPairs(texts: readonly Text[]): Iterable<Pair> {
	const places = new Map<string, Place[]>();
	const pairs = new Map<string, Pair>();
	for (const text of texts) {
		for (let at = 0; at + seed <= text.words.length; at++) {
			const start = joinWords(text, at, seed);
			const known = places.get(start);
			for (const other of known ?? []) addRun(pairs, other, { text, at });
			if (!known) places.set(start, [{ text, at }]);
			else if (known.length < mostPlaces && known.at(-3)?.text !== text) known.push({ text, at });
		}
	}
	return pairs.values();
}

function addRun(pairs: Map<string, Pair>, first: Place, second: Place): void {
	const [one, two] = [first.text.number, second.text.number];
	// A run is met at each of its words: only where it begins is it counted.
	if (one === two || isEqualAt(first, second, -1)) return;
	let count = seed;
	while (isEqualAt(first, second, count)) count += 1;
	const from = first.text.words[first.at]?.start;
	const to = first.text.words[first.at + count - 1]?.end;
	if (from === undefined || to === undefined || to - from < shortRun) return;
	const pair = pairs.get(`${one} ${two}`) ?? { one, two, runs: [] };
	pairs.set(`${one} ${two}`, pair);
	// A phrase that stands twice in one of the texts is still shared only once.
	if (pair.runs.some((run) => second.at < run.at + run.count && run.at < second.at + count)) return;
	pair.runs.push({ key: joinWords(first.text, first.at, count), text: first.text.text.slice(from, to), at: second.at, count });
}

function joinWords({ words }: Text, at: number, count: number): string {
	return words
		.slice(at, at + count)
		.map((word) => word.key)
		.join(' ');
}

function isEqualAt(first: Place, second: Place, offset: number): boolean {
	const word = first.text.words[first.at + offset];
	return word !== undefined && word.key === second.text.words[second.at + offset]?.key;
}
