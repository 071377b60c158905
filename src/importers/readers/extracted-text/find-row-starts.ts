import type { Anchor } from './find-anchors.ts';
import type { TextLine, Word } from './text-line.ts';

/** Where a row begins: its printed number, the words that hold it, and the closed cells that belong to it. */
export type RowStart = {
	readonly number: string;
	readonly from: number;
	readonly to: number;
	readonly line: number;
	readonly anchor: Anchor;
};

type Candidate = RowStart & { readonly value: number; readonly suffix: string };
type Best = { readonly score: number; readonly previous: number };

const label = /^(\d{1,3}(?:\.\d{1,2})*)([a-zæøå]?)\.?$/iu;

/** A number this many lines above the closed cells is not their row's: titles are short. */
const mostTitleLines = 14;
/** So many false numbers in a row do not occur; bounds the time for a hostile text. */
const furthestBack = 200;

/**
 * Finds the chain of line-starting numbers that counts best. Remarks have lines that begin with numbers too
 * ("72 ladestandere"), but each row must have closed cells of its own before the next begins.
 */
export function findRowStarts(lines: readonly TextLine[], words: readonly Word[], from: number, anchors: readonly Anchor[]): RowStart[] {
	const candidates = listCandidates(lines, words, from, anchors);
	const best: Best[] = [];
	for (const [index, candidate] of candidates.entries()) {
		let choice: Best = { score: candidate.value === 1 ? 3 : 1, previous: -1 };
		for (let before = Math.max(0, index - furthestBack); before < index; before += 1) {
			const previous = candidates[before];
			const sofar = best[before];
			if (!previous || !sofar || previous.anchor.from >= candidate.from) continue;
			const score = sofar.score + scoreStep(previous, candidate);
			if (score > choice.score) choice = { score, previous: before };
		}
		best.push(choice);
	}
	return followChain(candidates, best);
}

function followChain(candidates: readonly Candidate[], best: readonly Best[]): RowStart[] {
	let at = best.reduce((top, { score }, index) => (score > (best[top]?.score ?? -1) ? index : top), -1);
	const chain: RowStart[] = [];
	while (at >= 0) {
		const candidate = candidates[at];
		if (candidate) chain.unshift(candidate);
		at = best[at]?.previous ?? -1;
	}
	return chain;
}

/** A plan counts by ones; gaps, repeats and a new count in a new section are possible, but less likely. */
function scoreStep(previous: Candidate, next: Candidate): number {
	const step = next.value - previous.value;
	if (step === 1 && (next.suffix === '' || next.suffix === 'a')) return 10;
	if (step === 0) return scoreSuffix(previous.suffix, next.suffix);
	if (step > 0) return Math.max(1, 8 - step);
	return next.value === 1 ? 4 : 0.5;
}

function scoreSuffix(previous: string, next: string): number {
	if (next === previous) return 2;
	const expected = previous === '' ? 'a' : String.fromCharCode(previous.charCodeAt(0) + 1);
	return next === expected || (previous === '' && next === 'b') ? 10 : 1;
}

function listCandidates(lines: readonly TextLine[], words: readonly Word[], from: number, anchors: readonly Anchor[]): Candidate[] {
	const candidates: Candidate[] = [];
	let next = 0;
	for (let at = from; at < words.length; at += 1) {
		const word = words[at];
		if (!word || word.from > 0) continue;
		while (next < anchors.length && (anchors[next]?.from ?? 0) <= at) next += 1;
		const anchor = anchors[next];
		const anchorLine = anchor && words[anchor.from]?.line;
		if (!anchor || anchorLine === undefined || anchorLine - word.line > mostTitleLines) continue;
		const candidate = readLabel(lines, words, at);
		if (candidate && candidate.to < anchor.from) candidates.push({ ...candidate, line: word.line, anchor });
	}
	return candidates;
}

function readLabel(lines: readonly TextLine[], words: readonly Word[], at: number): Omit<Candidate, 'line' | 'anchor'> | undefined {
	const match = label.exec(words[at]?.text ?? '');
	const digits = match?.[1];
	if (!match || digits === undefined) return undefined;
	const suffix = (match[2] ?? '').toLowerCase();
	const value = Number(digits.split('.').at(-1));
	const letter = suffix === '' ? letterAfter(lines, words, at) : '';
	if (letter) return { number: digits + letter, value, suffix: letter.toLowerCase(), from: at, to: at + 2 };
	return { number: digits + (match[2] ?? ''), value, suffix, from: at, to: at + 1 };
}

/** A narrow number column puts "20a" on two lines. On the same line only a letter that is no Danish word counts. */
function letterAfter(lines: readonly TextLine[], words: readonly Word[], at: number): string {
	const word = words[at];
	const next = words[at + 1];
	if (!word || !next || !/^[a-zæøå]$/iu.test(next.text)) return '';
	if (next.line === word.line) return /^[a-h]$/u.test(next.text) ? next.text : '';
	const alone = lines[word.line]?.text === word.text && lines[next.line]?.text === next.text;
	return alone && next.line === word.line + 1 ? next.text : '';
}
