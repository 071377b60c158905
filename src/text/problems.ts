import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { draftFields, type ReadProblem } from '#domain/followup/draft-initiative.ts';
import { documentErrorCodes, type DocumentErrorCode, type ReadAction, type ReadProblemCode } from '#domain/followup/read-problem.ts';
import { co2Relations, priorities, spheres } from '#domain/plan/initiative.ts';
import type { ErrorDetails } from '#domain/shared/domain-error.ts';
import { co2RelationLabel, colourLabel, fieldLabel, priorityLabel, sphereLabel, stateLabel } from './labels.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Options = { locale: Locale };
/** Each message takes what it mentions of these; a problem gives them all. */
type Places = { text: string; value: string; number: string };
type ProblemMessage = (places: Places, options: Options) => string;

const problemMessages: Record<ReadProblemCode, ProblemMessage> = {
	'state.unknown': m.problem_state_unknown,
	'state.two-given': m.problem_state_two_given,
	'state.read-from-start': m.problem_state_read_from_start,
	'state.given-up': m.problem_state_given_up,
	'priority.unknown': m.problem_priority_unknown,
	'priority.two-given': m.problem_priority_two_given,
	'priority.read-from-start': m.problem_priority_read_from_start,
	'sphere.unknown': m.problem_sphere_unknown,
	'sphere.two-given': m.problem_sphere_two_given,
	'sphere.read-from-start': m.problem_sphere_read_from_start,
	'quantity.unreadable': m.problem_quantity_unreadable,
	'sdg.unknown': m.problem_sdg_unknown,
	'tag.too-long': m.problem_tag_too_long,
	'theme.perhaps-several': m.problem_theme_perhaps_several,
	'colour.unknown': m.problem_colour_unknown,
	'colour.not-in-scale': m.problem_colour_not_in_scale,
	'colour.fill-unknown': m.problem_colour_fill_unknown,
	'colour.fill-uncertain': m.problem_colour_fill_uncertain,
	'colour.word-and-fill-differ': m.problem_colour_word_and_fill_differ,
	'colour.column-inferred': m.problem_colour_column_inferred,
	'cell.column-uncertain': m.problem_cell_column_uncertain,
	'date.unreadable': m.problem_date_unreadable,
	'date.impossible': m.problem_date_impossible,
	'date.not-a-day': m.problem_date_not_a_day,
	'co2-relation.unknown': m.problem_co2_relation_unknown,
	'fulfilment.prose': m.problem_fulfilment_prose,
	'number.missing': m.problem_number_missing,
	'number.unreadable': m.problem_number_unreadable,
	'number.duplicate': m.problem_number_duplicate,
	'number.repeated': m.problem_number_repeated,
	'number.from-title': m.problem_number_from_title,
	'number.assigned': m.problem_number_assigned,
	'title.missing': m.problem_title_missing,
	'row.hidden': m.problem_row_hidden,
	'row.joined': m.problem_row_joined,
	'section.without-rows': m.problem_section_without_rows,
	'section.from-title': m.problem_section_from_title,
	'heading.unknown': m.problem_heading_unknown,
	'heading.ambiguous': m.problem_heading_ambiguous,
	'heading.theme-or-section': m.problem_heading_theme_or_section,
	'heading.inferred': m.problem_heading_inferred,
	'heading.same-field': m.problem_heading_same_field,
	'sheet.hidden': m.problem_sheet_hidden,
	'sheet.not-recognised': m.problem_sheet_not_recognised,
	'sheet.same-numbers': m.problem_sheet_same_numbers,
	'sheet.columns-cut': m.problem_sheet_columns_cut,
	'table.not-recognised': m.problem_table_not_recognised,
	'formula.no-value': m.problem_formula_no_value,
	'format.differs-from-name': m.problem_format_differs_from_name,
	'encoding.guessed': m.problem_encoding_guessed,
	'quotes.not-closed': m.problem_quotes_not_closed,
	'correction.dropped': m.problem_correction_dropped,
	'problems.more': m.problem_problems_more,
};

const actionMessages: Record<ReadAction, ProblemMessage | null> = {
	'read-as': m.problem_action_read_as,
	'kept-as-text': m.problem_action_kept_as_text,
	'left-empty': m.problem_action_left_empty,
	'row-skipped': m.problem_action_row_skipped,
	'rows-skipped': m.problem_action_rows_skipped,
	'column-not-used': m.problem_action_column_not_used,
	'sheet-skipped': m.problem_action_sheet_skipped,
	'table-skipped': m.problem_action_table_skipped,
	noted: null,
};

// The details of an error are agreed where it is thrown; the messages name the places they fill.
const errorMessages: Record<DocumentErrorCode, (details: never, options: Options) => string> = {
	'document.empty': m.document_error_empty,
	'document.too-large': (details: ErrorDetails, options) =>
		'megabytes' in details
			? m.document_error_too_large(details as never, options)
			: m.document_error_too_large_memory(details as never, options),
	'document.too-slow': m.document_error_too_slow,
	'document.damaged': m.document_error_damaged,
	'document.encrypted': m.document_error_encrypted,
	'document.macros': m.document_error_macros,
	'document.expands-too-much': m.document_error_expands_too_much,
	'document.text-too-long': m.document_error_text_too_long,
	'document.unknown-kind': m.document_error_unknown_kind,
	'document.unsupported-kind': m.document_error_unsupported_kind,
	'document.old-excel': m.document_error_old_excel,
	'document.html': m.document_error_html,
	'document.pdf-without-text': m.document_error_pdf_without_text,
	'document.own-pdf': m.document_error_own_pdf,
	// Only a PDF may be pictures of pages.
	'document.no-table': (details: ErrorDetails, options) =>
		/\.pdf$/i.test(String(details.file))
			? m.document_error_no_table(details as never, options)
			: m.document_error_no_table_rows(details as never, options),
	'document.no-rows': m.document_error_no_rows,
	'document.no-recognisable-column': m.document_error_no_recognisable_column,
};

/** These sentences say themselves what was done. */
const toldInSentence: ReadonlySet<ReadProblemCode> = new Set(['colour.column-inferred']);

/** How to go on, where the document itself must be put right. */
const adviceMessages: Partial<Record<ReadProblemCode, ProblemMessage>> = {
	'number.duplicate': m.problem_advice_number_duplicate,
	'sheet.same-numbers': m.problem_advice_sheet_same_numbers,
};

/** What the reader met and what it did about it, in one or two sentences. The place stands beside it, not in it. */
export function problemSentence(problem: ReadProblem, locale: Locale): string {
	const options = { locale };
	const places = { text: shorten(problem.text ?? ''), value: describeValue(problem, locale), number: problem.number ?? '' };
	const isTold = toldInSentence.has(problem.code) || (problem.action === 'read-as' && problem.value === null);
	const action = isTold ? null : actionMessages[problem.action];
	const sentences = [problemMessages[problem.code], action, adviceMessages[problem.code]].map((message) => message?.(places, options));
	return sentences.filter(Boolean).join(' ');
}

/** Why a whole document was refused and how to go on; `undefined` for a code that is not the importers'. */
export function documentErrorSentence(code: string, details: ErrorDetails, locale: Locale): string | undefined {
	const known = documentErrorCodes.find((each) => each === code);
	return known && errorMessages[known](details as never, { locale });
}

const longestQuote = 160;

/** A long text is quoted by its beginning: the whole of it stands in the document. */
function shorten(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()} …` : line;
}

/** What a cell was read as, in the reader's words. */
function describeValue({ code, field, value }: ReadProblem, locale: Locale): string {
	if (value === null) return '';
	if (isOneOf(draftFields, value)) return fieldLabel(value, locale);
	if (code === 'number.duplicate' || code === 'number.repeated') return describePlace(value, locale);
	if (field === 'state' && isOneOf(states, value)) return stateLabel(value, locale);
	if (field === 'priority' && isOneOf(priorities, value)) return priorityLabel(value, locale);
	if (field === 'sphere' && isOneOf(spheres, value)) return sphereLabel(value, locale);
	if (field === 'co2Relation' && isOneOf(co2Relations, value)) return co2RelationLabel(value, locale);
	if (field === 'progress' && isOneOf(progressColours, value)) return colourLabel(value, locale);
	if (field === 'fulfilment' && isOneOf(fulfilmentColours, value)) return colourLabel(value, locale);
	return value;
}

/** `12` or `Ark1!12`: the row, with its sheet when it is another than the problem's. */
function describePlace(value: string, locale: Locale): string {
	const at = value.lastIndexOf('!');
	const row = m.problem_place_row({ row: value.slice(at + 1) }, { locale });
	return at < 0 ? row : `${m.problem_place_sheet({ sheet: value.slice(0, at) }, { locale })}, ${row}`;
}

/** A reader may give the document's own word instead of a value of the field; then it is shown as it is. */
function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
	return (values as readonly string[]).includes(value);
}
