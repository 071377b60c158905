import type { ScenarioProblem, ScenarioProblemCode } from '#domain/pathway/read-scenario.ts';
import { formatChoice, formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Words = { readonly place: string; readonly expected: string; readonly field: string };
type Sentence = (words: Words, options: { readonly locale: Locale }) => string;
type Label = (inputs: Record<string, never>, options: { readonly locale: Locale }) => string;

const forms: Readonly<Record<string, Label>> = {
	number: m.pathway_form_number,
	string: m.pathway_form_string,
	array: m.pathway_form_array,
	object: m.pathway_form_object,
	record: m.pathway_form_object,
	boolean: m.pathway_form_boolean,
	int: m.pathway_form_int,
};

const sentences: Record<ScenarioProblemCode, Sentence> = {
	missing: m.pathway_problem_missing,
	form: (words, options) => m.pathway_problem_form({ ...words, expected: writeForms(words.expected, options) }, options),
	shape: m.pathway_problem_shape,
	'unknown-field': m.pathway_problem_unknown_field,
	choice: m.pathway_problem_choice,
	'too-small': m.pathway_problem_too_small,
	'not-above': m.pathway_problem_not_above,
	'too-large': m.pathway_problem_too_large,
	'too-short': m.pathway_problem_too_short,
	'too-long': m.pathway_problem_too_long,
	'year-order': m.pathway_problem_year_order,
	'too-many-years': m.pathway_problem_too_many_years,
};

/** The kinds of value that may stand there; a word in quotes is written as it is. */
function writeForms(expected: string, options: { readonly locale: Locale }): string {
	const kinds = expected.split(' | ').map((kind) => (kind.startsWith('"') ? kind : (forms[kind] ?? m.pathway_form_other)({}, options)));
	return formatChoice([...new Set(kinds)], options.locale);
}

/** Why a document is no scenario, with the place in it. */
export function scenarioProblemSentence({ code, place, name, expected, field }: ScenarioProblem, locale: Locale): string {
	const words = { place: name === '' ? place : `${place} (${name})`, expected: writeExpected(expected, locale), field };
	return sentences[code](words, { locale });
}

/** A long number with its thousands, so that its size can be seen. */
function writeExpected(expected: string, locale: Locale): string {
	return /^-?\d{5,}$/.test(expected) ? formatNumber(Number(expected), locale, 0) : expected;
}
