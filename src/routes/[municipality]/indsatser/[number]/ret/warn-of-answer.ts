import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { nameRoundPerson } from '#web/name-round-person.ts';
import type { PlanForEditing } from './plan-for-editing.ts';

type Way = { readonly answered: typeof m.round_plan_split_answered; readonly draft: typeof m.round_plan_split_draft };
/** The changes by which an initiative may leave what is said about it behind. */
const ways: Readonly<Record<string, Way>> = {
	takeOut: { answered: m.round_plan_take_out_answered, draft: m.round_plan_take_out_draft },
	merge: { answered: m.round_plan_merge_answered, draft: m.round_plan_merge_draft },
	split: { answered: m.round_plan_split_answered, draft: m.round_plan_split_draft },
};

/** What becomes of the answer that the round has about an initiative, and of one that is begun, when the plan is changed; none where nothing is lost. */
export function warnOfAnswer(
	which: string,
	{ run, answered, drafts }: Pick<PlanForEditing, 'run' | 'answered' | 'drafts'>,
	{ id, number }: { readonly id: string; readonly number: string },
	locale: Locale,
): string[] {
	const way = ways[which];
	if (!run || !way) return [];
	const words = { year: String(run.year), number };
	const writer = drafts.get(id);
	return [
		...(answered.has(id) ? [way.answered(words, { locale })] : []),
		...(writer ? [way.draft({ ...words, who: nameRoundPerson(writer, locale) }, { locale })] : []),
	];
}
