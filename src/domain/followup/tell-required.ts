import type { CompiledScenario } from '../pathway/compiled.ts';
import type { Measure } from '../pathway/model.ts';
import { getEffectShare } from '../pathway/timing.ts';
import type { PathStanding, RequiredStanding } from './path-as-it-stands.ts';

/**
 * Tells of each measure that saves less because something it requires, also at one remove, has no effect now, had none for a time or comes later what that is
 * and how it stands. Both models are of one scenario, as decided and as it stands.
 */
export function tellRequired(
	standings: readonly PathStanding[],
	{ decided, standing }: { readonly decided: CompiledScenario; readonly standing: CompiledScenario },
): PathStanding[] {
	const before = new Map(decided.measures.map((each) => [each.measure.id, each]));
	const now = new Map(standing.measures.map((each) => [each.measure.id, each]));
	const find = (id: string) => standings.find(({ measure }) => measure === id);
	return standings.map((one) => {
		const measure = now.get(one.measure)?.measure;
		// What has no effect of its own any more has lost nothing to another.
		if (!measure || one.start === null || before.get(one.measure)?.standing !== 'counted') return one;
		const required = listRequired(measure, now).flatMap((other): { told: RequiredStanding; id: string }[] => {
			const how = find(other.id);
			const isLost = now.get(one.measure)?.standing === 'required missing' && hasNoEffect(other, how, now);
			const timing = before.get(other.id)?.measure.timing;
			const isLater = timing && standing.years.some((year) => isOnlyAwaited(year, { measure, other, timing }));
			if (!how || (!isLost && !isLater)) return [];
			const { reason, decidedStart, pauses } = how;
			const told = { title: other.title, reason, decidedStart, start: isLost ? null : how.start, ...(!isLost && pauses && { pauses }) };
			return [{ told, id: other.id }];
		});
		if (required.length === 0) return one;
		return { ...one, required: required.map(({ told }) => told), because: [...(one.because ?? []), ...required.map(({ id }) => id)] };
	});
}

type Compiled = ReadonlyMap<string, CompiledScenario['measures'][number]>;

/** Everything it requires, and what that requires, each once. */
function listRequired({ relations }: Measure, all: Compiled, found = new Set<Measure>()): Measure[] {
	for (const relation of relations) {
		const other = relation.kind === 'requires' ? all.get(relation.measure)?.measure : undefined;
		if (!other || found.has(other)) continue;
		found.add(other);
		listRequired(other, all, found);
	}
	return [...found];
}

/** Has no effect of itself, and not only for want of something further on, which is named itself. */
function hasNoEffect({ id }: Measure, how: PathStanding | undefined, now: Compiled): boolean {
	const isGivenUp = how?.start === null || how?.whatIf?.realisation === 0;
	const standing = now.get(id)?.standing;
	return isGivenUp || standing === 'alternative' || standing === 'not calculated';
}

/** In this year it would have an effect, and did as decided, but for the other's having none yet. */
function isOnlyAwaited(year: number, { measure, other, timing }: { measure: Measure; other: Measure; timing: Measure['timing'] }): boolean {
	return getEffectShare(measure.timing, year) > 0 && getEffectShare(other.timing, year) === 0 && getEffectShare(timing, year) > 0;
}
