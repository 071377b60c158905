import type { Priority } from '../plan/initiative.ts';
import { states, type Progress, type State } from './assessment.ts';
import type { AnswerContent, AnswerField } from './answer.ts';
import { legendColour, type Legend } from './legend.ts';
import type { RoundRun } from './round-run.ts';

/** An answer as it is typed. `progress` null leaves the colour to the reading guide; another colour than the guide's needs a reason. */
export type AnswerDraft = AnswerContent & { readonly colourReason: string | null };

/** What keeps an answer from being given. */
export const answerProblems = [
	'state-missing',
	'progress-missing',
	'fulfilment-missing',
	'remark-missing',
	'remark-too-long',
	'fulfilment-text-too-long',
	'colour-reason-missing',
	'colour-reason-too-long',
] as const;
export type AnswerProblem = (typeof answerProblems)[number];

/** What an answer is held against: what the round asks for and by which guide, and the priority the plan gives the initiative. */
export type AnswerRules = Pick<RoundRun, 'askedFields' | 'remarkLimit'> & {
	readonly legend: Legend | null;
	readonly priority: Priority | null;
};

/** Characters the reason for another colour, and the words about fulfilment, may have. */
export const reasonLimit = 1000;

export const emptyDraft: AnswerDraft = {
	state: null,
	progress: null,
	fulfilment: null,
	fulfilmentText: null,
	remark: null,
	colourReason: null,
};

/** The colour the guide gives for a state; null when it is silent or there is no guide. */
export function getGuideColour({ legend, priority }: Pick<AnswerRules, 'legend' | 'priority'>, state: State | null): Progress | null {
	const answer = legend && legendColour(legend, priority, state);
	return answer?.kind === 'colour' ? answer.rule.colour : null;
}

/** The colour that follows from each state, so that a page can show it before anything is sent. */
export function listGuideColours(rules: Pick<AnswerRules, 'legend' | 'priority'>): Record<State, Progress | null> {
	return Object.fromEntries(states.map((state) => [state, getGuideColour(rules, state)])) as Record<State, Progress | null>;
}

/** True when the colour is another than the guide's. A silent guide is never broken. */
export function breaksGuide(rules: Pick<AnswerRules, 'legend' | 'priority'>, content: Pick<AnswerContent, 'state' | 'progress'>): boolean {
	const expected = getGuideColour(rules, content.state);
	return expected !== null && content.progress !== null && content.progress !== expected;
}

/** An answer with blank texts as nothing, outer spaces gone and the guide's colour where none was chosen. */
export function completeDraft(draft: AnswerDraft, rules: AnswerRules): AnswerDraft {
	const progress = draft.progress ?? getGuideColour(rules, draft.state);
	const content = { ...draft, progress };
	return {
		...content,
		fulfilmentText: trim(draft.fulfilmentText),
		remark: trim(draft.remark),
		// A reason for a colour that is the guide's explains nothing.
		colourReason: breaksGuide(rules, content) ? trim(draft.colourReason) : null,
	};
}

/** True when two answers say the same, however they are written: outer spaces and a colour that is the guide's anyway say nothing. */
export function saysSame(one: AnswerDraft, other: AnswerDraft, rules: AnswerRules): boolean {
	const [left, right] = [one, other].map((draft) => ({ ...completeDraft(draft, rules), colourReason: trim(draft.colourReason) }));
	return (Object.keys(emptyDraft) as (keyof AnswerDraft)[]).every((field) => left?.[field] === right?.[field]);
}

/**
 * Everything that is missing or too long in an answer, in the order of the form; empty when it can be given. Only what the round
 * asks for can be missing. Fulfilment is told by a colour or in words. The guide is never stretched: where it is silent on priority
 * and state, or there is none, the colour is chosen. While a guide waits for the state to be chosen the colour is not missed.
 */
export function listAnswerProblems(draft: AnswerDraft, rules: AnswerRules): AnswerProblem[] {
	const answer = completeDraft(draft, rules);
	const asks = (field: AnswerField) => rules.askedFields.includes(field);
	const mayFollow = rules.legend !== null && asks('state') && answer.state === null;
	const found: readonly [AnswerProblem, boolean][] = [
		['state-missing', asks('state') && answer.state === null],
		['progress-missing', asks('progress') && answer.progress === null && !mayFollow],
		['colour-reason-missing', asks('progress') && breaksGuide(rules, answer) && answer.colourReason === null],
		['colour-reason-too-long', countCharacters(answer.colourReason) > reasonLimit],
		['fulfilment-missing', asks('fulfilment') && answer.fulfilment === null && answer.fulfilmentText === null],
		['fulfilment-text-too-long', countCharacters(answer.fulfilmentText) > reasonLimit],
		['remark-missing', asks('remark') && answer.remark === null],
		['remark-too-long', countCharacters(answer.remark) > rules.remarkLimit],
	];
	return found.filter(([, isFound]) => isFound).map(([problem]) => problem);
}

/** Characters a text of a draft may have: far more than any remark, so that what is too long is kept all the same. */
export const draftTextLimit = 20_000;

/** A draft as it was typed, without what cannot be stored in a database: zero bytes and halves of characters. */
export function makeStorable(draft: AnswerDraft): AnswerDraft {
	const clean = (text: string | null) => text && text.replaceAll('\u0000', '').toWellFormed().replace(/\r\n/g, '\n');
	const { fulfilmentText, remark, colourReason } = draft;
	return { ...draft, fulfilmentText: clean(fulfilmentText), remark: clean(remark), colourReason: clean(colourReason) };
}

/** How many characters a person sees: a letter with its accent or an emoji is one. A line break counts one, however it is sent. */
export function countCharacters(text: string | null): number {
	if (text === null) return 0;
	return [...text.normalize('NFC').replace(/\r\n/g, '\n')].length;
}

function trim(text: string | null): string | null {
	return text?.normalize('NFC').replace(/\r\n/g, '\n').trim() || null;
}
