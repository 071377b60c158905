import type { Finding } from '../finding.ts';
import { makeFinding, type CheckInput } from './check-input.ts';

/** Shortest run of words, in characters, that is no coincidence. Standing phrases of the field are shorter. */
const shortest = 80;
/** Words that start a comparison. Any run of `shortest` characters has more words than this. */
const seed = 6;

type Words = { readonly number: string; readonly text: string; readonly words: readonly Word[] };
type Word = { readonly key: string; readonly start: number; readonly end: number };
type Run = { readonly text: string; readonly numbers: Set<string> };

/**
 * The same text in two or more initiatives: a run of equal words of at least 80 characters in remarks or texts on CO2.
 * Case, punctuation and line breaks do not matter. One finding per run, the longest of each pair, naming all that share it.
 */
export function checkRepeatedText({ lines }: CheckInput): Finding[] {
	const texts = lines.flatMap(({ initiative, assessment }) =>
		[assessment.remark, initiative.co2RelationText].flatMap((text) => (text === null ? [] : [splitWords(initiative.number, text)])),
	);
	const runs = new Map<string, Run>();
	for (const { run, key } of listLongestRuns(texts)) {
		const known = runs.get(key);
		if (known) for (const number of run.numbers) known.numbers.add(number);
		else runs.set(key, run);
	}
	return [...runs].map(([key, { text, numbers }]) => {
		const [number = null, ...others] = numbers;
		const details = { length: text.length };
		return makeFinding({ rule: 'same-text-twice', severity: 'unclear', number, others, text, details, matter: [key] });
	});
}

function splitWords(number: string, text: string): Words {
	const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
		key: match[0].toLocaleLowerCase('da'),
		start: match.index,
		end: match.index + match[0].length,
	}));
	return { number, text, words };
}

/** The longest shared run of each pair of initiatives that share one. */
function listLongestRuns(texts: readonly Words[]): { run: Run; key: string }[] {
	const places = new Map<string, { text: Words; at: number }[]>();
	const best = new Map<string, { run: Run; key: string; length: number }>();
	for (const text of texts) {
		for (let at = 0; at + seed <= text.words.length; at++) {
			const start = text.words
				.slice(at, at + seed)
				.map((word) => word.key)
				.join(' ');
			for (const other of places.get(start) ?? []) keepLongest(best, other, { text, at });
		}
		for (let at = 0; at + seed <= text.words.length; at++) {
			const start = text.words
				.slice(at, at + seed)
				.map((word) => word.key)
				.join(' ');
			places.set(start, [...(places.get(start) ?? []), { text, at }]);
		}
	}
	return [...best.values()];
}

type Place = { readonly text: Words; readonly at: number };

function keepLongest(best: Map<string, { run: Run; key: string; length: number }>, one: Place, two: Place): void {
	if (one.text.number === two.text.number) return;
	let count = 0;
	while (isEqualAt(one, two, count)) count += 1;
	const first = one.text.words[one.at];
	const last = one.text.words[one.at + count - 1];
	if (!first || !last || last.end - first.start < shortest) return;
	const pair = `${one.text.number} ${two.text.number}`;
	const length = last.end - first.start;
	if (length <= (best.get(pair)?.length ?? 0)) return;
	const key = one.text.words
		.slice(one.at, one.at + count)
		.map((word) => word.key)
		.join(' ');
	best.set(pair, {
		key,
		length,
		run: { text: one.text.text.slice(first.start, last.end), numbers: new Set([one.text.number, two.text.number]) },
	});
}

function isEqualAt(one: Place, two: Place, offset: number): boolean {
	const left = one.text.words[one.at + offset];
	return left !== undefined && left.key === two.text.words[two.at + offset]?.key;
}
