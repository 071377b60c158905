import { fulfilmentColours, states } from '#domain/followup/assessment.ts';
import { priorities } from '#domain/plan/initiative.ts';
import type { ErrorDetails } from '#domain/shared/domain-error.ts';
import type { ErrorCode } from '#domain/shared/error-codes.ts';
import { colourLabel, priorityLabel, stateLabel } from './labels.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Options = { readonly locale: Locale };

/** What is wrong with a reading guide. */
export const legendErrors: Record<Extract<ErrorCode, `legend.${string}`>, (details: never, options: Options) => string> = {
	'legend.changed-meanwhile': m.guide_error_changed_meanwhile,
	'legend.title-missing': m.guide_error_title_missing,
	'legend.source-missing': m.guide_error_source_missing,
	'legend.no-lines': m.guide_error_no_lines,
	'legend.too-many-lines': m.guide_error_too_many_lines,
	'legend.text-too-long': m.guide_error_text_too_long,
	'legend.line-colour': m.guide_error_line_colour,
	'legend.line-states': m.guide_error_line_states,
	'legend.line-sentence': m.guide_error_line_sentence,
	'legend.english-left': ({ line, colour }: ErrorDetails, options: Options) => {
		const fulfilment = fulfilmentColours.find((each) => each === colour);
		if (fulfilment) return m.guide_error_english_fulfilment({ colour: colourLabel(fulfilment, options.locale) }, options);
		return line === undefined ? m.guide_error_english_title({}, options) : m.guide_error_english_line({ line }, options);
	},
	'legend.lines-clash': ({ line, other, ...both }: ErrorDetails, options: Options) => {
		const priority = priorities.find((each) => each === both.priority);
		return m.guide_error_lines_clash(
			{
				line: line ?? '',
				other: other ?? '',
				priority: priority ? priorityLabel(priority, options.locale) : m.domain_priority_none({}, options),
				state: stateLabel(states.find((each) => each === both.state) ?? null, options.locale),
			},
			options,
		);
	},
};
