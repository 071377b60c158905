import { draftFields } from '#domain/followup/draft-initiative.ts';
import type { ErrorDetails } from '#domain/shared/domain-error.ts';
import type { ErrorCode } from '#domain/shared/error-codes.ts';
import { colourMovedSentence, editRefusedSentence } from './answer-problems.ts';
import { formatDate, formatList } from './format.ts';
import { fieldLabel } from './labels.ts';
import { legendErrors } from './legend-errors.ts';
import type { Locale } from './locale.ts';
import { mailErrors } from './mail-errors.ts';
import { nameSome } from './name-some.ts';
import { m } from './paraglide/messages.js';
import { pathErrors } from './path-errors.ts';
import { documentErrorSentence } from './problems.ts';

type Options = { readonly locale: Locale };
/** A sentence whose places are filled from an error's details; which details come with a code is agreed where it is thrown. */
type Sentence = (details: never, options: Options) => string;

const sentences: Record<ErrorCode, Sentence> = {
	'access.denied': m.domain_error_access_denied,
	'municipality.unknown': m.domain_error_municipality_unknown,
	'municipality.code-form': m.domain_error_municipality_code_form,
	'municipality.duplicate-slug': m.domain_error_municipality_duplicate_slug,
	'round.unknown': m.domain_error_round_unknown,
	'round.year-form': m.domain_error_round_year_form,
	'initiative.unknown': m.domain_error_initiative_unknown,
	'initiative.renumbered': m.domain_error_initiative_renumbered,
	'initiative.merged': m.domain_error_initiative_merged,
	'initiative.taken-out': m.domain_error_initiative_taken_out,
	'initiative.split': m.domain_error_initiative_split,
	'initiative.other-unit': m.domain_error_initiative_other_unit,
	'initiative.duplicate-number': m.domain_error_initiative_duplicate_number,
	'plan.unknown': m.domain_error_plan_unknown,
	'plan.changed-meanwhile': m.domain_error_plan_changed,
	'plan.period-order': m.domain_error_plan_period_order,
	'initiative.changed-meanwhile': m.domain_error_initiative_changed,
	'assessment.changed-meanwhile': m.domain_error_assessment_changed,
	'import.unknown': m.domain_error_import_unknown,
	'import.number-unknown': m.domain_error_import_number_unknown,
	'import.number-taken': m.domain_error_import_number_taken,
	'import.value-missing': (details: ErrorDetails, options) =>
		m.domain_error_import_value_missing({ field: writeField(details, options) }, options),
	'import.value-unreadable': (details: ErrorDetails, options) =>
		m.domain_error_import_value_unreadable({ field: writeField(details, options), text: details.text ?? '' }, options),
	'import.same-field': (details: ErrorDetails, options) =>
		m.domain_error_import_same_field(
			{ field: writeField(details, options), first: details.first ?? '', second: details.second ?? '' },
			options,
		),
	'import.draft-unknown': m.domain_error_import_draft_unknown,
	'import.changed-since-preview': m.domain_error_import_changed_since_preview,
	'import.nothing-to-store': m.domain_error_import_nothing_to_store,
	'import.has-errors': m.domain_error_import_has_errors,
	'import.title-missing': m.domain_error_import_title_missing,
	'import.already-undone': m.domain_error_import_already_undone,
	'import.changed-later': m.domain_error_import_changed_later,
	'import.draft-changed-meanwhile': m.domain_error_import_draft_changed,
	'search.too-wide': m.domain_error_search_too_wide,
	'finding.unknown': m.domain_error_finding_unknown,
	'finding.reason-missing': m.domain_error_finding_reason_missing,
	'finding.not-dismissed': m.domain_error_finding_not_dismissed,
	'person.unknown': m.domain_error_person_unknown,
	'person.changed-meanwhile': m.domain_error_person_changed,
	'person.duplicate-email': m.domain_error_person_duplicate_email,
	'person.name-missing': m.domain_error_person_name_missing,
	'person.email-form': m.domain_error_person_email_form,
	'person.role-unknown': m.domain_error_person_role_unknown,
	'person.administrator-only': m.domain_error_person_administrator_only,
	'person.has-left': m.domain_error_person_has_left,
	'person.may-not-answer': m.domain_error_person_may_not_answer,
	'person.has-not-left': m.domain_error_person_has_not_left,
	'person.erased': m.domain_error_person_erased,
	'person.successor-missing': m.domain_error_person_successor_missing,
	'person.successor-same': m.domain_error_person_successor_same,
	'unit.unknown': m.domain_error_unit_unknown,
	'unit.changed-meanwhile': m.domain_error_unit_changed,
	'unit.duplicate-name': m.domain_error_unit_duplicate_name,
	'unit.name-missing': m.domain_error_unit_name_missing,
	'unit.in-use': m.domain_error_unit_in_use,
	'unit.inside-itself': m.domain_error_unit_inside_itself,
	'unit.nothing-chosen': m.domain_error_unit_nothing_chosen,
	'stand-in.same-person': m.domain_error_stand_in_same,
	'stand-in.day-form': m.domain_error_stand_in_day_form,
	'stand-in.dates': m.domain_error_stand_in_dates,
	'owner.nothing-chosen': m.domain_error_owner_nothing_chosen,
	'owner.nobody-chosen': m.domain_error_owner_nobody_chosen,
	'people-import.no-headings': m.domain_error_people_import_no_headings,
	'people-import.no-rows': m.domain_error_people_import_no_rows,
	'people-import.too-many': m.domain_error_people_import_too_many,
	'people-import.unsupported': m.domain_error_people_import_unsupported,
	'people-import.has-errors': m.domain_error_people_import_has_errors,
	'people-import.changed-since-preview': m.domain_error_people_import_changed,
	'retention.days-form': m.domain_error_retention_days_form,
	'round.exists': m.domain_error_round_exists,
	'round.another-running': m.domain_error_round_another_running,
	'round.year-too-early': m.domain_error_round_year_too_early,
	'round.no-initiatives': m.domain_error_round_no_initiatives,
	'round.deadline-form': m.domain_error_round_deadline_form,
	'round.status-date-form': m.domain_error_round_status_date_form,
	'round.deadline-past': ({ deadline }: ErrorDetails, options: Options) =>
		m.domain_error_round_deadline_past({ deadline: formatDate(String(deadline), options.locale) }, options),
	'round.questions-fixed': m.domain_error_round_questions_fixed,
	'round.not-to-withdraw': m.domain_error_round_not_to_withdraw,
	'round.plan-changed': ({ numbers }: ErrorDetails, options: Options) =>
		m.domain_error_round_plan_changed({ numbers: formatList(String(numbers).split('\n'), options.locale) }, options),
	'round.has-answers': m.domain_error_round_has_answers,
	'round.fields-missing': m.domain_error_round_fields_missing,
	'round.remark-limit': m.domain_error_round_remark_limit,
	'round.text-too-long': m.domain_error_round_text_too_long,
	'round.changed-meanwhile': m.domain_error_round_changed,
	'round.step-not-possible': m.domain_error_round_step_not_possible,
	'round.reason-missing': m.domain_error_round_reason_missing,
	'round.meeting-missing': m.domain_error_round_meeting_missing,
	'round.meeting-date-form': m.domain_error_round_meeting_date_form,
	'round.published': m.domain_error_round_published,
	'round.closed': m.domain_error_round_closed,
	'round.closed-for-editing': m.domain_error_round_closed_for_editing,
	'round.nothing-chosen': m.domain_error_round_nothing_chosen,
	'answer.changed-meanwhile': m.domain_error_answer_changed,
	'answer.changed-since': ({ numbers }: ErrorDetails, options: Options) =>
		m.domain_error_answer_changed_since({ numbers: nameSome(String(numbers).split('\n'), 20, options.locale) }, options),
	'answer.not-saved': m.domain_error_answer_not_saved,
	'answer.typed-anew': m.domain_error_answer_typed_anew,
	'answer.text-unused': m.domain_error_answer_text_unused,
	'answer.incomplete': m.domain_error_answer_incomplete,
	'answer.colour-moved': colourMovedSentence,
	'answer.edit-refused': editRefusedSentence,
	'answer.nothing-before': m.domain_error_answer_nothing_before,
	'answer.not-given': m.domain_error_answer_not_given,
	'answer.comment-missing': m.domain_error_answer_comment_missing,
	'answer.comments-full': m.domain_error_answer_comments_full,
	'answer.edit-unknown': m.domain_error_answer_edit_unknown,
	'plan.no-running-round': m.domain_error_plan_no_running_round,
	'plan.decision-missing': m.domain_error_plan_decision_missing,
	'initiative.title-missing': m.domain_error_initiative_title_missing,
	'initiative.number-missing': m.domain_error_initiative_number_missing,
	'initiative.number-form': m.domain_error_initiative_number_form,
	'initiative.day-form': m.domain_error_initiative_day_form,
	'initiative.section-unknown': m.domain_error_initiative_section_unknown,
	'initiative.same': m.domain_error_initiative_same,
	'initiative.split-into-nothing': m.domain_error_initiative_split_into_nothing,
	'initiative.not-taken-out': m.domain_error_initiative_not_taken_out,
	'import.round-opened-later': m.domain_error_import_round_opened_later,
	'import.used-in-round': m.domain_error_import_used_in_round,
	'report.version-unknown': m.publish_error_report_version_unknown,
	'report.part-unknown': m.publish_error_report_part_unknown,
	'report.no-changes': m.publish_error_report_no_changes,
	'report.changed-meanwhile': m.publish_error_report_changed_meanwhile,
	'report.too-slow': m.publish_error_report_too_slow,
	'report.too-large': m.publish_error_report_too_large,
	'report.already-published': m.publish_error_report_already_published,
	'report.not-published': m.publish_error_report_not_published,
	'report.reason-missing': m.publish_error_report_reason_missing,
	'report.colour-reason-missing': m.publish_error_report_colour_reason_missing,
	'report.colour-reason-too-long': m.publish_error_report_colour_reason_too_long,
	'report.remark-too-long': m.publish_error_report_remark_too_long,
	'report.nothing-corrected': m.publish_error_report_nothing_corrected,
	'report.not-presented': m.publish_error_report_not_presented,
	'report.hash-form': m.publish_error_report_hash_form,
	'report.file-too-large': m.publish_error_report_file_too_large,
	'tag.sdg-form': m.publish_error_tag_sdg_form,
	'tag.nothing-chosen': m.publish_error_tag_nothing_chosen,
	'tag.too-long': m.publish_error_tag_too_long,
	...mailErrors,
	...legendErrors,
	...pathErrors,
	'setting.changed-meanwhile': m.domain_error_setting_changed,
	'calendar.unknown': m.domain_error_calendar_unknown,
	'account.kinds-mixed': m.domain_error_account_kinds_mixed,
	'account.no-rows': m.domain_error_account_no_rows,
	'account.vintage-exists': m.domain_error_account_vintage_exists,
	'factor.unknown': m.domain_error_factor_unknown,
	'factor.changed-meanwhile': m.domain_error_factor_changed,
	'factor.value-form': m.domain_error_factor_value,
	'factor.negative': m.domain_error_factor_negative,
	'factor.source-missing': m.domain_error_factor_source,
	'factor.years-order': m.domain_error_factor_years,
	'account-import.too-large': m.domain_error_aimp_too_large,
	'account-import.no-headings': m.domain_error_aimp_no_headings,
	'account-import.no-rows': m.domain_error_aimp_no_rows,
	'account-import.unsupported': m.domain_error_aimp_unsupported,
	'account-import.release-missing': m.domain_error_aimp_release,
	'account-import.source-missing': m.domain_error_aimp_source,
	'account-import.population-form': m.domain_error_aimp_population,
	'account-import.has-errors': m.domain_error_aimp_errors,
	'account-import.unknown': m.domain_error_aimp_unknown,
	'account-import.used': m.domain_error_aimp_used,
	'target.changed-meanwhile': m.target_error_changed_meanwhile,
	'target.unknown': m.target_error_unknown,
	'target.nothing-stated': m.target_error_nothing_stated,
	'target.per-cent-form': m.target_error_per_cent_form,
	'target.year-before-reference': m.target_error_year_before_reference,
	'target.net-zero-not-zero': m.target_error_net_zero_not_zero,
	'target.same-year': m.target_error_same_year,
	'target.year-form': m.target_error_year_form,
	'target.year-missing': m.target_error_year_missing,
	'target.number-form': m.target_error_number_form,
	'target.step-missing': m.target_error_step_missing,
	'target.gases-missing': m.target_error_gases_missing,
	'target.boundary-missing': m.target_error_boundary_missing,
	'target.source-missing': m.target_error_source_missing,
	'target.reference-year-missing': m.target_error_reference_year_missing,
	'target.reference-form': m.target_error_reference_form,
	'target.uncertainty-form': m.target_error_uncertainty_form,
	'target.base-unknown': m.target_error_base_unknown,
	'target.base-year-missing': m.target_error_base_year_missing,
};

/**
 * What went wrong, what was kept and how to go on, for the code of a `DomainError`; `problems.ts` words why a document was refused. A
 * code without a sentence of its own (such as the database's) is named in a general one, to be told to those who run the site.
 */
export function errorSentence(code: string, details: ErrorDetails, locale: Locale): string {
	if (hasSentence(code)) return sentences[code](details as never, { locale });
	return documentErrorSentence(code, details, locale) ?? m.domain_error_other({ code }, { locale });
}

/** The heading people know for the field that the details name by its code. */
function writeField({ field }: ErrorDetails, { locale }: Options): string {
	const known = draftFields.find((each) => each === field);
	return known ? fieldLabel(known, locale) : String(field ?? '');
}

function hasSentence(code: string): code is keyof typeof sentences {
	return Object.hasOwn(sentences, code);
}
