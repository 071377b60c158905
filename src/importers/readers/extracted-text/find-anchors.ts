import type { DraftField } from '#domain/followup/draft-initiative.ts';
import type { Span, Word } from './text-line.ts';
import { squeeze } from './text-line.ts';
import { colourWord, dateWords, priorityWords, stateWords } from './vocabulary.ts';

/** The cells of a row that have few possible words, and stand side by side in its middle. */
export type Anchor = Span & {
	readonly date: Span | null;
	readonly state: Span | null;
	readonly priority: Span | null;
	readonly colours: readonly Span[];
};

const longestCell = 6;

/** Finds every place where a row's closed cells follow one another. Text that only looks so is sorted out by the rows' numbers. */
export function findAnchors(words: readonly Word[], from: number, fields: ReadonlySet<DraftField>): Anchor[] {
	const anchors: Anchor[] = [];
	for (let at = from; at < words.length; at += 1) {
		const anchor = anchorAt(words, at, fields);
		if (!anchor) continue;
		anchors.push(anchor);
		at = anchor.to - 1;
	}
	const small = writesColoursSmall(words, anchors);
	return anchors.map((anchor) => {
		const stops = anchor.colours.findIndex((span, index) => !isColourCell(words, span, small, index));
		const colours = stops < 0 ? anchor.colours : anchor.colours.slice(0, stops);
		return { ...anchor, colours, to: colours.at(-1)?.to ?? anchor.priority?.to ?? anchor.state?.to ?? anchor.to };
	});
}

function anchorAt(words: readonly Word[], from: number, fields: ReadonlySet<DraftField>): Anchor | undefined {
	const dates = fields.has('startDate') ? spansMatching(words, from, dateWords) : [];
	for (const date of [...dates, null]) {
		const start = date?.to ?? from;
		const states = fields.has('state') ? spansMatching(words, start, stateWords) : [];
		for (const state of [...states, null]) {
			const priority = fields.has('priority') ? (spansMatching(words, state?.to ?? start, priorityWords)[0] ?? null) : null;
			const end = priority?.to ?? state?.to;
			if (end === undefined || (state && fields.has('priority') && !priority && !date)) continue;
			const colours = readColours(words, end, fields);
			const cells = [date, state, priority, colours[0]].filter(Boolean).length;
			if (cells >= 2 && isCellStart(words[from]) && (state ?? date ?? words[from]?.from === 0)) {
				return { from, to: colours.at(-1)?.to ?? end, date, state, priority, colours };
			}
		}
	}
	return undefined;
}

/** Spans from a word that match as a whole, longest first. */
function spansMatching(words: readonly Word[], from: number, known: RegExp): Span[] {
	const spans: Span[] = [];
	for (let to = from + 1; to <= Math.min(from + longestCell, words.length); to += 1) {
		if (known.test(squeeze(words, { from, to }))) spans.unshift({ from, to });
	}
	return spans;
}

function readColours(words: readonly Word[], from: number, fields: ReadonlySet<DraftField>): Span[] {
	const most = (fields.has('progress') ? 1 : 0) + (fields.has('fulfilment') ? 1 : 0);
	const colours: Span[] = [];
	while (colours.length < most && colourWord.test(words[from + colours.length]?.text ?? '')) {
		colours.push({ from: from + colours.length, to: from + colours.length + 1 });
	}
	return colours;
}

/** A cell begins with a capital or a digit; a small letter is the middle of a sentence. */
function isCellStart(word: Word | undefined): boolean {
	return word !== undefined && /^[\p{Lu}\d]/u.test(word.text);
}

function writesColoursSmall(words: readonly Word[], anchors: readonly Anchor[]): boolean {
	const first = anchors.flatMap(({ colours }) => colours.slice(0, 1)).map((span) => words[span.from]?.text ?? '');
	const small = first.filter((text) => /^\p{Ll}/u.test(text)).length;
	return small > first.length / 2;
}

/** A remark may begin with a colour ("Grøn omstilling ..."): its case, and the small letter after it, tell. */
function isColourCell(words: readonly Word[], span: Span, small: boolean, index: number): boolean {
	const word = words[span.from];
	const next = words[span.to];
	if (!word || small !== /^\p{Ll}/u.test(word.text)) return false;
	const runsOn = next !== undefined && next.line === word.line && /^\p{Ll}/u.test(next.text) && !colourWord.test(next.text);
	return index === 0 || small || !runsOn;
}
