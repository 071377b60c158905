import { draftFields, type DraftField } from '#domain/followup/draft-initiative.ts';
import { compactText } from './fold.ts';
import { doubtfulHeadings, headingWords } from './heading-words.ts';

/**
 * What a heading's text says of its column. `score` is 1 for a known heading, less for one that only contains a known phrase.
 * `others` are fields it could just as well be; `doubtful` headings leave it to what stands in the column.
 */
export type HeadingAnswer = {
	readonly field: DraftField | null;
	readonly score: number;
	readonly others: readonly DraftField[];
	readonly doubtful: boolean;
};

const nothing: HeadingAnswer = { field: null, score: 0, others: [], doubtful: false };
const phrases = draftFields.flatMap((field) => headingWords[field].split(', ').map((words) => ({ field, phrase: compactHeading(words) })));
const exact = new Map(phrases.map(({ field, phrase }) => [phrase, field]));
const doubtful = new Map(Object.entries(doubtfulHeadings).map(([words, fields]) => [compactText(words), fields]));
const contained = phrases.filter(({ phrase }) => phrase.length >= 5).sort((a, b) => b.phrase.length - a.phrase.length);
const longestHeading = 120;
const known = new Map<string, HeadingAnswer>();

/** Recognises a column's heading, however it is broken over lines: "Hovedansvarli\ng aktør -\nFagcenter". */
export function recogniseHeading(text: string): HeadingAnswer {
	if (text.length > longestHeading) return nothing;
	let answer = known.get(text);
	if (!answer) {
		answer = recognise(compactHeading(text));
		if (known.size < 5000) known.set(text, answer);
	}
	return answer;
}

/** A heading for comparing: letters and digits only, without the years of the planning period. */
function compactHeading(text: string): string {
	if (text.trim() === '#') return '#';
	return compactText(text.normalize('NFKC').replace(/\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\b/g, ' '));
}

function recognise(compact: string): HeadingAnswer {
	if (!compact) return nothing;
	const certain = exact.get(compact);
	if (certain) return { field: certain, score: 1, others: [], doubtful: false };
	const choices = doubtful.get(compact);
	if (choices?.[0]) return { field: choices[0], score: 0.6, others: choices.slice(1), doubtful: true };
	return recogniseParts(compact);
}

/** Finds known phrases inside the heading, longest first; a phrase inside one already found is no second opinion. */
function recogniseParts(compact: string): HeadingAnswer {
	const found = new Map<DraftField, number>();
	let rest = compact;
	for (const { field, phrase } of contained) {
		if (!rest.includes(phrase)) continue;
		rest = rest.replace(phrase, ' ');
		found.set(field, Math.max(found.get(field) ?? 0, phrase.length / compact.length));
	}
	const [first, ...others] = [...found].sort((a, b) => b[1] - a[1]);
	if (!first || first[1] < 0.35) return nothing;
	const rivals = others.filter(([, share]) => share >= first[1] * 0.6).map(([field]) => field);
	return { field: first[0], score: Math.min(0.95, 0.4 + first[1] / 2), others: rivals, doubtful: false };
}
