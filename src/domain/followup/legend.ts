import type { Priority } from '../plan/initiative.ts';
import type { Fulfilment, Progress, State } from './assessment.ts';

/** One line of a reading guide for progress: when priority and state are among these, this colour is right. */
export type ProgressRule = {
	readonly colour: Progress;
	/** None are named where the line holds whatever the priority, also where none is stated: not every plan has priorities. */
	readonly priorities: readonly Priority[];
	readonly states: readonly State[];
	/** The guide's sentence, by language. */
	readonly sentence: { readonly da: string; readonly en: string };
};

/** One line of a reading guide for goal fulfilment. Fulfilment is a judgement: the guide explains, it does not decide. */
export type FulfilmentRule = {
	readonly colour: Fulfilment;
	readonly sentence: { readonly da: string; readonly en: string };
};

/** A reading guide (Danish: læsevejledning) as data. Rules are tried in order; the first that fits gives the colour. */
export type Legend = {
	readonly id: string;
	readonly title: { readonly da: string; readonly en: string };
	/** Where the guide comes from: document and place. */
	readonly source: string;
	/** The priority classes that the guide speaks of. */
	readonly priorities: readonly Priority[];
	readonly progress: readonly ProgressRule[];
	readonly fulfilment: readonly FulfilmentRule[];
};

/** What the guide says of a priority and state: a colour with its rule, or that it has no rule for them. */
export type LegendAnswer = { readonly kind: 'colour'; readonly rule: ProgressRule } | { readonly kind: 'silent' };

/**
 * Which colour of progress the guide gives for a priority and a state. The first rule that fits both answers.
 * Silent when the state is not stated or no rule speaks of the two together: the guide is never stretched.
 */
export function legendColour(legend: Legend, priority: Priority | null, state: State | null): LegendAnswer {
	if (state === null) return { kind: 'silent' };
	const rule = legend.progress.find((candidate) => fitsPriority(candidate, priority) && candidate.states.includes(state));
	return rule ? { kind: 'colour', rule } : { kind: 'silent' };
}

function fitsPriority({ priorities }: ProgressRule, priority: Priority | null): boolean {
	return priorities.length === 0 || (priority !== null && priorities.includes(priority));
}
