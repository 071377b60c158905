import type { ListProblem } from '#domain/access/people-list.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

const messages: Record<ListProblem, (inputs: { text: string }, options: { locale: Locale }) => string> = {
	'name-missing': m.people_problem_name_missing,
	'email-missing': m.people_problem_email_missing,
	'email-form': m.people_problem_email_form,
	'email-twice': m.people_problem_email_twice,
	'role-unknown': m.people_problem_role_unknown,
	'administrator-only': m.people_problem_administrator_only,
	'number-unknown': m.people_problem_number_unknown,
	'has-left': m.people_problem_has_left,
	'may-not-answer': m.people_problem_may_not_answer,
	'has-work': m.people_problem_has_work,
	'stands-in': m.people_problem_stands_in,
};

/** Why a row of a list of people cannot be used. */
export function listProblemSentence({ code, text }: { readonly code: ListProblem; readonly text: string }, locale: Locale): string {
	return messages[code]({ text }, { locale });
}
