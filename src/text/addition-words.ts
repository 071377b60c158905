import type { DutyCandidate } from '#domain/followup/duty-list.ts';
import type { ScenarioKind } from '#domain/followup/path-document.ts';
import type { AdditionWeight } from '#domain/followup/weigh-addition.ts';
import type { Replacement } from '#domain/pathway/list-replacements.ts';
import { formatList } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { formatRoughTonnes } from './path-words.ts';
import { standingLabel } from './pathway-findings.ts';
import { describeStanding } from './standing-words.ts';

/** `kind` is whose path it is weighed in: a what-if has no follow-up, and does not stand in any way now. */
type Addition = { readonly year: number; readonly kind: ScenarioKind } & AdditionWeight;

/**
 * What one measure more saves: last, as it is offered, in its place, as it is shown once it is there, and what the path falls by. Where it
 * has no effect now, or others no longer count beside it, that is told instead.
 */
export function describeAddition(addition: Addition, locale: Locale): string {
	const { last, inOrder, path, displaced, standing, without } = addition;
	const write = (tonnes: number | null) => (tonnes === null ? '–' : formatRoughTonnes(tonnes, locale));
	const year = String(addition.year);
	if (without) {
		const why = describeStanding({ ...without, takenIn: undefined }, locale);
		return `${why} ${m.path_addition_without({ last: write(last), year }, { locale })}`;
	}
	if (standing !== 'counted' && standing !== 'not calculated')
		return m.path_calculation_standing({ standing: standingLabel(standing, locale) }, { locale });
	if (displaced.length > 0 && path !== null) {
		const words = { others: formatList(displaced, locale), path: write(Math.abs(path)), ordered: write(inOrder), year };
		if (Math.abs(path) < 0.5) return m.path_addition_displaced_same(words, { locale });
		return path > 0 ? m.path_addition_displaced(words, { locale }) : m.path_addition_displaced_rise(words, { locale });
	}
	const added = { year, last: write(last), ordered: write(inOrder) };
	const both = addition.kind === 'plan' ? m.path_addition(added, { locale }) : m.path_addition_what_if(added, { locale });
	if (path === null || last === null || write(path) === write(last)) return `${both} ${m.path_addition_same({}, { locale })}`;
	const words = { path: write(Math.abs(path)) };
	if (path > last) return `${both} ${m.path_addition_more(words, { locale })}`;
	return `${both} ${path < 0 ? m.path_addition_rise(words, { locale }) : m.path_addition_less(words, { locale })}`;
}

/** Where a candidate comes from: another municipality by its name, else the plan, or the municipality where no initiative of the plan has it. */
export function describeCandidateOrigin(
	{ from, isOutsidePlan }: { from: string | null; isOutsidePlan?: boolean | undefined },
	locale: Locale,
): string {
	if (from !== null) return from;
	return isOutsidePlan ? m.path_duty_own_outside({}, { locale }) : m.path_duty_own({}, { locale });
}

/** Why a candidate saves nothing, or less than it would: nothing where it saves what it states. */
export function describeReplacement(
	{ standing, tonnes, without, displaced, instead }: Replacement,
	{ standing: stands, year }: Pick<DutyCandidate, 'standing'> & { readonly year: number },
	locale: Locale,
): string | null {
	if (stands?.start === null) return describeStanding({ ...stands, takenIn: undefined }, locale);
	if (standing === 'alternative' && instead.length > 0) return m.path_duty_alternative({ others: formatList(instead, locale) }, { locale });
	if (standing !== 'counted') return standingLabel(standing, locale);
	if (without === 'not in effect') return m.path_duty_not_in_effect({ year: String(year) }, { locale });
	if (without !== null) return m.path_duty_nothing_left({}, { locale });
	const words = [
		...((tonnes ?? 0) < 0 ? [m.path_duty_rises({}, { locale })] : []),
		...(displaced.length > 0 ? [m.path_duty_displaced({ others: formatList(displaced, locale) }, { locale })] : []),
	];
	return words.length > 0 ? words.join(', ') : null;
}
