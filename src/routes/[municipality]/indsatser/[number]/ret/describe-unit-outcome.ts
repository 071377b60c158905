import type { Initiative } from '#domain/plan/initiative.ts';
import { formatList } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { UnitOutcome } from '#usecases/plan-changes/save-with-body.ts';
import { nameRoundPerson } from '#web/name-round-person.ts';
import type { PlanForEditing } from './plan-for-editing.ts';

export type UnitOutcomeTexts = {
	readonly text: string;
	/** Who is still asked though the unit is another; null where nobody of another unit is. */
	readonly asked: string | null;
};

/** What is said of the unit of an initiative whose responsible body was changed. */
export function describeUnitOutcome(
	plan: Pick<PlanForEditing, 'run' | 'people' | 'asked' | 'unitOf'>,
	{ id, responsible }: Pick<Initiative, 'id' | 'responsible'>,
	outcome: NonNullable<UnitOutcome>,
	locale: Locale,
): UnitOutcomeTexts {
	const unit = plan.unitOf.get(id);
	if (outcome === 'moved') {
		const others = (plan.asked.get(id) ?? []).filter((asked) => plan.people.find((person) => person.id === asked.id)?.unitId !== unit?.id);
		const names = formatList(
			others.map((person) => nameRoundPerson(person, locale)),
			locale,
		);
		const text = m.round_plan_unit_moved({ unit: unit?.name ?? responsible ?? '' }, { locale });
		return { text, asked: others.length > 0 ? m.round_plan_unit_asked({ names }, { locale }) : null };
	}
	return { text: describeStay(unit?.name ?? null, { outcome, isKnown: plan.run !== null }, locale), asked: null };
}

/** Outside a round the page does not know whose the initiative is. */
function describeStay(
	unit: string | null,
	{ outcome, isKnown }: { readonly outcome: 'no such unit' | 'no body'; readonly isKnown: boolean },
	locale: Locale,
): string {
	if (!isKnown) return m.round_plan_unit_kept({}, { locale });
	if (outcome === 'no body') return unit ? m.round_plan_unit_emptied({ unit }, { locale }) : m.round_plan_unit_emptied_none({}, { locale });
	return unit ? m.round_plan_unit_stays({ unit }, { locale }) : m.round_plan_unit_none({}, { locale });
}
