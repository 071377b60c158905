import type { ProgressRule } from '#domain/followup/legend.ts';
import { formatChoice } from './format.ts';
import { priorityLabel, stateLabel } from './labels.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** What a line of a reading guide holds for: any of its priorities with any of its states. */
export function guideScopeSentence({ priorities, states }: ProgressRule, locale: Locale): string {
	const either = (words: readonly string[]) => formatChoice(words, locale);
	return m.guide_line_scope(
		{
			priorities:
				priorities.length === 0 ? m.guide_line_all({}, { locale }) : either(priorities.map((each) => priorityLabel(each, locale))),
			states: either(states.map((each) => stateLabel(each, locale))),
		},
		{ locale },
	);
}
