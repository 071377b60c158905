import type { ErrorDetails } from '#domain/shared/domain-error.ts';
import type { ErrorCode } from '#domain/shared/error-codes.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Options = { readonly locale: Locale };
type Kind = 'measure' | 'standing' | 'scenario';

/** What is wrong with a measure, with what is said of how one stands, and with a scenario. */
export const pathErrors: Record<Extract<ErrorCode, `${Kind}.${string}`>, (details: never, options: Options) => string> = {
	'measure.unknown': m.pathway_error_measure_unknown,
	'measure.duplicate': m.measure_error_duplicate,
	'measure.needed': m.measure_error_needed,
	'measure.not-taken-in': m.measure_error_not_taken_in,
	'measure.counted': m.measure_error_counted,
	'scenario.form': m.measure_error_form,
	'standing.unknown': m.measure_error_standing_unknown,
	'standing.not-later': m.measure_error_standing_not_later,
	'standing.replaced-by-itself': m.measure_error_standing_replaced_by_itself,
	'standing.kind-missing': m.measure_error_standing_kind_missing,
	'standing.since-missing': m.measure_error_standing_since_missing,
	'standing.start-form': m.measure_error_standing_start_form,
	'standing.realisation-form': m.measure_error_standing_realisation_form,
	'standing.replaced-by-missing': m.measure_error_standing_replaced_by_missing,
	'standing.reason-missing': m.measure_error_standing_reason_missing,
	'scenario.unknown': m.path_error_unknown,
	'scenario.changed-meanwhile': m.path_error_changed_meanwhile,
	'scenario.plan-exists': m.path_error_plan_exists,
	'scenario.plan-stays': m.path_error_plan_stays,
	'scenario.is-plan': m.path_error_is_plan,
	'scenario.title-missing': m.path_error_title_missing,
	'scenario.value-form': m.path_error_value_form,
	'scenario.not-json': writeNotJson,
	'scenario.inside': m.pathway_error_scenario_inside,
	'scenario.unreadable': m.pathway_error_scenario_unreadable,
	'scenario.too-large': m.pathway_error_scenario_too_large,
};

/** Where the file stops being JSON, as far as that can be told. */
function writeNotJson(details: ErrorDetails, options: Options): string {
	if (details.word) return m.pathway_error_scenario_not_json_word(details as never, options);
	return (details.line ? m.pathway_error_scenario_not_json : m.pathway_error_scenario_not_json_whole)(details as never, options);
}
