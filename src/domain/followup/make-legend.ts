import { priorities, type Priority } from '../plan/initiative.ts';
import type { ErrorDetails } from '../shared/domain-error.ts';
import type { ErrorCode } from '../shared/error-codes.ts';
import { fulfilmentColours, progressColours, states, type Fulfilment, type Progress, type State } from './assessment.ts';
import type { Legend, ProgressRule } from './legend.ts';
import { isEnglishLeft, tidy, type TypedSentence } from './typed-sentence.ts';

/** A line of a reading guide as it was typed. */
export type TypedRule = {
	/** One of the colours; empty where none was chosen. */
	readonly colour: string;
	/** None chosen: whatever the priority, also where none is stated. */
	readonly priorities: readonly string[];
	readonly states: readonly string[];
	readonly sentence: TypedSentence;
	/** The line is to go, whatever stands in it. */
	readonly isRemoved?: boolean;
};

/** A reading guide as it was typed. */
export type TypedLegend = {
	readonly title: TypedSentence;
	readonly source: string;
	readonly progress: readonly TypedRule[];
	/** By colour, in any order; a colour without a sentence is not in the guide. */
	readonly fulfilment: readonly { readonly colour: Fulfilment; readonly sentence: TypedSentence }[];
	/** English texts still say what they are to, though the Danish beside them was changed. */
	readonly keepsEnglish?: boolean;
};

/** What is wrong with a guide that was typed. `field` is the form's; `details` are for the sentence. */
export type LegendProblem = {
	readonly code: Extract<ErrorCode, `legend.${string}`>;
	readonly field: string;
	readonly details: ErrorDetails;
};

/** The guide, or all that keeps it from being one in the order of the form. */
export type MadeLegend = { readonly legend: Legend } | { readonly problems: readonly LegendProblem[] };

/** Lines a guide may have, and characters one of its texts may have. */
export const legendLimits = { lines: 40, text: 300 } as const;

/**
 * The reading guide that was typed. Lines with nothing in them are passed over; a priority and a state together stand in one line only,
 * so that the order of the lines never decides a colour unseen. Once nothing else is wrong, English texts that were left beside a Danish
 * one that was changed are asked about: they would say something else than the guide, also in what is published.
 */
export function makeLegend(id: string, typed: TypedLegend): MadeLegend {
	const used = typed.progress.flatMap((rule, index) => (isUsed(rule) ? [{ rule, index }] : []));
	const problems = [
		...(typed.progress.length > legendLimits.lines ? [problem('legend.too-many-lines', 'lines', { most: legendLimits.lines })] : []),
		...checkSentence(typed.title, 'title', problem('legend.title-missing', 'title-da')),
		...checkLength(typed.source, 'source'),
		...(tidy(typed.source) === '' ? [problem('legend.source-missing', 'source')] : []),
		...(used.length === 0 ? [problem('legend.no-lines', 'colour-0')] : []),
		...used.flatMap(({ rule, index }) => checkRule(rule, index)),
		...checkClashes(used),
		...typed.fulfilment.flatMap(({ colour, sentence }) => checkSentence(sentence, `fulfilment-${colour}`, null)),
	];
	if (problems.length > 0) return { problems };
	const left = typed.keepsEnglish ? [] : listEnglishLeft(typed, used);
	return left.length > 0 ? { problems: left } : { legend: build(id, typed, used) };
}

type Numbered = { readonly rule: TypedRule; readonly index: number };

function problem(code: LegendProblem['code'], field: string, details: ErrorDetails = {}): LegendProblem {
	return { code, field, details };
}

function isUsed({ isRemoved = false, colour, priorities: named, states: all, sentence }: TypedRule): boolean {
	return !isRemoved && (colour !== '' || named.length + all.length > 0 || write(sentence) !== null);
}

function checkRule(rule: TypedRule, index: number): LegendProblem[] {
	const line = { line: index + 1 };
	return [
		...(findColour(rule) ? [] : [problem('legend.line-colour', `colour-${index}`, line)]),
		...(readStates(rule).length > 0 ? [] : [problem('legend.line-states', `states-${index}`, line)]),
		...checkSentence(rule.sentence, `sentence-${index}`, problem('legend.line-sentence', `sentence-${index}-da`, line)),
	];
}

function checkSentence(sentence: TypedSentence, field: string, missing: LegendProblem | null): LegendProblem[] {
	return [
		...checkLength(sentence.da, `${field}-da`),
		...checkLength(sentence.en, `${field}-en`),
		...(missing && write(sentence) === null ? [missing] : []),
	];
}

function checkLength(text: string, field: string): LegendProblem[] {
	return tidy(text).length > legendLimits.text ? [problem('legend.text-too-long', field, { most: legendLimits.text })] : [];
}

/** Of each line the first priority and state that stand in an earlier one, too. */
function checkClashes(lines: readonly Numbered[]): LegendProblem[] {
	const seen = new Map<string, number>();
	return lines.flatMap(({ rule, index }) => {
		const pairs = listPairs(rule);
		const clash = pairs.find((pair) => seen.has(pair.join('/')));
		const other = clash && seen.get(clash.join('/'));
		for (const pair of pairs) seen.set(pair.join('/'), seen.get(pair.join('/')) ?? index + 1);
		if (!clash || other === undefined) return [];
		const [priority, state] = clash;
		return [problem('legend.lines-clash', `states-${index}`, { line: index + 1, other, priority: priority ?? 'none', state })];
	});
}

function listPairs(rule: TypedRule): [Priority | null, State][] {
	const named = readPriorities(rule);
	const held = named.length === 0 ? [...priorities, null] : named;
	return held.flatMap((priority) => readStates(rule).map((state): [Priority | null, State] => [priority, state]));
}

function listEnglishLeft(typed: TypedLegend, used: readonly Numbered[]): LegendProblem[] {
	const asked = [
		{ sentence: typed.title, field: 'title-en', details: {} },
		...used.map(({ rule, index }) => ({ sentence: rule.sentence, field: `sentence-${index}-en`, details: { line: index + 1 } })),
		...typed.fulfilment.map(({ colour, sentence }) => ({ sentence, field: `fulfilment-${colour}-en`, details: { colour } })),
	];
	return asked.flatMap(({ sentence, field, details }) => (isEnglishLeft(sentence) ? [problem('legend.english-left', field, details)] : []));
}

function build(id: string, typed: TypedLegend, used: readonly Numbered[]): Legend {
	const progress = used.flatMap(({ rule }): ProgressRule[] => {
		const [colour, sentence] = [findColour(rule), write(rule.sentence)];
		return colour && sentence ? [{ colour, priorities: readPriorities(rule), states: readStates(rule), sentence }] : [];
	});
	const named = priorities.filter((each) => progress.some((rule) => rule.priorities.length === 0 || rule.priorities.includes(each)));
	const fulfilment = fulfilmentColours.flatMap((colour) => {
		const given = typed.fulfilment.find((each) => each.colour === colour);
		const sentence = given && write(given.sentence);
		return sentence ? [{ colour, sentence }] : [];
	});
	return { id, title: write(typed.title) ?? { da: '', en: '' }, source: tidy(typed.source), priorities: named, progress, fulfilment };
}

function findColour({ colour }: TypedRule): Progress | undefined {
	return progressColours.find((each) => each === colour);
}

function readPriorities(rule: TypedRule): Priority[] {
	return priorities.filter((each) => rule.priorities.includes(each));
}

function readStates(rule: TypedRule): State[] {
	return states.filter((each) => rule.states.includes(each));
}

function write({ da, en }: TypedSentence): { da: string; en: string } | null {
	const [danish, english] = [tidy(da), tidy(en)];
	// Who writes in English alone has said what it is, too.
	return danish === '' && english === '' ? null : { da: danish || english, en: english || danish };
}
