import { parseYear } from '#domain/shared/year.ts';
import { readText } from '#web/read-form.ts';

/** What a person typed before storing, as typed: shown again when it is refused. */
export type TypedApply = {
	readonly planTitle: string;
	readonly periodStart: string;
	readonly periodEnd: string;
	readonly missing: 'remove' | 'keep';
};
const yearFields = ['periodStart', 'periodEnd'] as const;
export type YearField = (typeof yearFields)[number];

/** The form that stores an upload: what was typed, and the first year that is not one. An empty year is no answer, and none is needed. */
export function readApplyForm(form: FormData) {
	const typed: TypedApply = {
		planTitle: readText(form, 'planTitle'),
		periodStart: readText(form, 'periodStart'),
		periodEnd: readText(form, 'periodEnd'),
		missing: readText(form, 'missing') === 'remove' ? 'remove' : 'keep',
	};
	const plan = {
		title: typed.planTitle || undefined,
		periodStart: parseYear(typed.periodStart),
		periodEnd: parseYear(typed.periodEnd),
	};
	const unreadable = yearFields.find((field) => typed[field] !== '' && plan[field] === undefined) ?? null;
	return { typed, plan, unreadable };
}
