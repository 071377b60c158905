import type { Effect, Measure, Scenario } from './model.ts';
import { createFinding, type PathwayFinding, type PathwayRule } from './pathway-finding.ts';
import { isInOrder, readRange } from './series.ts';
import { getEffectShare } from './timing.ts';

/** What a measure's own statement contradicts or lacks, before it is held against the baseline. */
export function checkMeasure(measure: Measure, { firstYear, lastYear }: Scenario): PathwayFinding[] {
	const { timing, effects, realisation } = measure;
	const { start, full, end, ramp } = timing;
	const about = { measure: measure.id, name: measure.title };
	const say = (rule: PathwayRule, details: PathwayFinding['details'] = {}) => [createFinding(rule, { ...about, details })];
	const steps = ramp.kind === 'steps' ? ramp.steps : [];
	return [
		...(full < start ? say('full-before-start', { start, full }) : []),
		...(end !== null && end < start ? say('end-before-start', { start, end }) : []),
		...(steps.some(({ year }, place) => place > 0 && year <= (steps[place - 1]?.year ?? 0)) ? say('steps-order') : []),
		...(effects.length === 0 ? say('no-effect-stated') : []),
		...([realisation, ...effects.flatMap(listAmounts)].every(isInOrder) ? [] : say('range-order')),
		...(readRange(realisation).high === 0 ? say('realisation-zero') : []),
		...(new Set(effects.map(({ kind }) => kind === 'supporting')).size > 1 ? say('supporting-beside') : []),
		...(isEverInEffect(measure, firstYear, lastYear) ? [] : say('never-in-effect', { start, firstYear, lastYear })),
	];
}

/** The figures of an effect that may be uncertain. */
export function listAmounts(effect: Effect) {
	if ('share' in effect) return [effect.share];
	return 'tonnes' in effect ? [effect.tonnes] : [];
}

function isEverInEffect({ timing, effects }: Measure, firstYear: number, lastYear: number): boolean {
	if (timing.full < timing.start || effects.every(({ kind }) => kind === 'supporting')) return true;
	for (let year = firstYear; year <= lastYear; year++) if (getEffectShare(timing, year) > 0) return true;
	return false;
}
