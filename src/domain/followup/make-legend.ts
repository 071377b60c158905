import { priorities, type Priority } from '../plan/initiative.ts';
import { DomainError } from '../shared/domain-error.ts';
import { fulfilmentColours, progressColours, states, type Fulfilment, type Progress, type State } from './assessment.ts';
import type { Legend, ProgressRule } from './legend.ts';

/** A text in both languages as it was typed; an empty English one is as the Danish. */
export type TypedSentence = { readonly da: string; readonly en: string };

/** A line of a reading guide as it was typed. */
export type TypedRule = {
	/** One of the colours; empty where none was chosen, `remove` where the line is to go. */
	readonly colour: string;
	/** None chosen: whatever the priority, also where none is stated. */
	readonly priorities: readonly string[];
	readonly states: readonly string[];
	readonly sentence: TypedSentence;
};

/** A reading guide as it was typed. */
export type TypedLegend = {
	readonly title: TypedSentence;
	readonly source: string;
	readonly progress: readonly TypedRule[];
	/** By colour, in any order; a colour without a sentence is not in the guide. */
	readonly fulfilment: readonly { readonly colour: Fulfilment; readonly sentence: TypedSentence }[];
};

/** Lines a guide may have, and characters one of its texts may have. */
export const legendLimits = { lines: 40, text: 300 } as const;

/**
 * The reading guide that was typed. Lines with nothing in them are passed over; a priority and a state together stand in one line only,
 * so that the order of the lines never decides a colour unseen.
 * @throws DomainError invalid `legend.title-missing`, `legend.source-missing`, `legend.text-too-long`, `legend.no-lines`,
 *   `legend.too-many-lines`, `legend.line-colour`, `legend.line-states`, `legend.line-sentence`, `legend.lines-clash`; `field` names the
 *   field of the form
 */
export function makeLegend(id: string, typed: TypedLegend): Legend {
	const title = readSentence(typed.title, 'title');
	if (!title) throw new DomainError('invalid', 'legend.title-missing', { field: 'title-da' });
	const source = readTyped(typed.source, 'source');
	if (source === '') throw new DomainError('invalid', 'legend.source-missing', { field: 'source' });
	if (typed.progress.length > legendLimits.lines) throw new DomainError('invalid', 'legend.too-many-lines', { most: legendLimits.lines });
	const lines = typed.progress.flatMap((rule, index) => {
		const read = readRule(rule, index);
		return read ? [{ rule: read, line: index + 1 }] : [];
	});
	if (lines.length === 0) throw new DomainError('invalid', 'legend.no-lines', { field: 'colour-0' });
	checkClashes(lines);
	const progress = lines.map(({ rule }) => rule);
	const named = priorities.filter((each) => progress.some((rule) => rule.priorities.length === 0 || rule.priorities.includes(each)));
	const fulfilment = fulfilmentColours.flatMap((colour) => {
		const given = typed.fulfilment.find((each) => each.colour === colour);
		const sentence = given && readSentence(given.sentence, `fulfilment-${colour}`);
		return sentence ? [{ colour, sentence }] : [];
	});
	return { id, title, source, priorities: named, progress, fulfilment };
}

type Numbered = { readonly rule: ProgressRule; readonly line: number };

function readRule(rule: TypedRule, index: number): ProgressRule | null {
	const details = (name: string) => ({ line: index + 1, field: `${name}-${index}` });
	const sentence = readSentence(rule.sentence, `sentence-${index}`);
	const chosen = {
		priorities: priorities.filter((each) => rule.priorities.includes(each)),
		states: states.filter((each) => rule.states.includes(each)),
	};
	if (rule.colour === 'remove') return null;
	if (rule.colour === '' && !sentence && chosen.states.length + chosen.priorities.length === 0) return null;
	const colour: Progress | undefined = progressColours.find((each) => each === rule.colour);
	if (!colour) throw new DomainError('invalid', 'legend.line-colour', details('colour'));
	if (chosen.states.length === 0) throw new DomainError('invalid', 'legend.line-states', details('states'));
	if (!sentence) throw new DomainError('invalid', 'legend.line-sentence', details('sentence'));
	return { colour, ...chosen, sentence };
}

function checkClashes(lines: readonly Numbered[]): void {
	const seen = new Map<string, number>();
	for (const { rule, line } of lines) {
		for (const [priority, state] of listPairs(rule)) {
			const other = seen.get(`${priority}/${state}`);
			if (other !== undefined) {
				const field = `states-${line - 1}`;
				throw new DomainError('invalid', 'legend.lines-clash', { line, other, priority: priority ?? 'none', state, field });
			}
			seen.set(`${priority}/${state}`, line);
		}
	}
}

function listPairs({ priorities: named, states: all }: ProgressRule): [Priority | null, State][] {
	const held = named.length === 0 ? [...priorities, null] : named;
	return held.flatMap((priority) => all.map((state): [Priority | null, State] => [priority, state]));
}

function readSentence({ da, en }: TypedSentence, field: string): { da: string; en: string } | null {
	const [danish, english] = [readTyped(da, `${field}-da`), readTyped(en, `${field}-en`)];
	// Who writes in English alone has said what it is, too.
	if (danish === '' && english === '') return null;
	return { da: danish || english, en: english || danish };
}

function readTyped(text: string, field: string): string {
	const trimmed = text.trim().replaceAll(/\s+/g, ' ');
	if (trimmed.length > legendLimits.text) throw new DomainError('invalid', 'legend.text-too-long', { most: legendLimits.text, field });
	return trimmed;
}
