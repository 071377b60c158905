import { breaksGuide, getGuideColour, type AnswerDraft, type AnswerRules } from './answer-rules.ts';
import type { Progress, State } from './assessment.ts';

/** The colour that a page said would follow from each state; null where it said that none would. */
export type ShownColours = Readonly<Record<State, Progress | null>>;

/** A colour that follows from the guide and is another than it was: the guide, or the plan's priority, has changed since. */
export type MovedColour = { readonly before: Progress | null; readonly after: Progress };

/** What follows for an answer that leaves its colour to the guide, where the page it was written on said something else; null where not. */
export function findMovedColour(shown: ShownColours, { state, progress }: AnswerDraft, rules: AnswerRules): MovedColour | null {
	if (state === null || progress !== null || !rules.askedFields.includes('progress')) return null;
	return compareColours(shown[state], getGuideColour(rules, state));
}

/** The move from a colour to the one that follows; null where they are the same, or none follows: then one is chosen. */
export function compareColours(before: Progress | null, after: Progress | null): MovedColour | null {
	return after !== null && after !== before ? { before, after } : null;
}

/**
 * A given answer as it is written anew, and what its colour would become. A colour other than the guide's that nobody has given a reason
 * for was no choice against this guide: it followed another one, or stood where none spoke. So it follows again until one is chosen.
 */
export function followAnew(given: AnswerDraft, rules: AnswerRules): { readonly form: AnswerDraft; readonly moved: MovedColour | null } {
	const isAsked = rules.askedFields.includes('progress');
	if (!isAsked || given.colourReason !== null || !breaksGuide(rules, given)) return { form: given, moved: null };
	return { form: { ...given, progress: null }, moved: compareColours(given.progress, getGuideColour(rules, given.state)) };
}
