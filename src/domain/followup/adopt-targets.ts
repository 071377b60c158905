import type { ClimateTarget, ReferenceLevel, TargetFrame } from '../account/target.ts';
import type { PathwayReference, PathwayTarget, Scenario, TargetSet } from '../pathway/model.ts';
import type { IllustrativePart, PathDocument } from './path-document.ts';

/** What is decided for the area, and what its account of the base year adds up to; null where that account is not here. */
export type DecidedTargets = {
	readonly frame: Pick<TargetFrame, 'reference' | 'baseYear'>;
	readonly targets: readonly ClimateTarget[];
	readonly baseTonnes: number | null;
};

/**
 * The path held against what is decided. A part that is marked illustrative stays until the municipality has stated its own. Targets for
 * CO2 alone are left out: the path is in CO2e.
 */
export function adoptTargets(document: PathDocument, decided: DecidedTargets): PathDocument {
	const { frame, baseTonnes } = decided;
	const targets = decided.targets.filter(({ kind, gases }) => kind === 'geographic' && gases === 'CO2e');
	const isKept = (part: IllustrativePart, isStated: boolean) => !isStated && document.illustrative.includes(part);
	const reference = toPathwayReference(frame.reference);
	const keepsReference = isKept('reference', reference !== null);
	const keepsTargets = isKept('targets', targets.length > 0);
	const { scenario } = document;
	return {
		...document,
		scenario: {
			...scenario,
			reference: keepsReference ? scenario.reference : reference,
			targets: keepsTargets ? scenario.targets : makeSet(scenario, targets, placeStart(frame, baseTonnes)),
		},
		illustrative: document.illustrative.filter((part) => part === 'baseline' || (part === 'reference' ? keepsReference : keepsTargets)),
	};
}

/** A reference level in tonnes CO2e, with its uncertainty as ends; null where there is no figure to measure against. */
function toPathwayReference(level: ReferenceLevel | null): PathwayReference | null {
	if (!level?.tonnes || level.gases !== 'CO2e') return null;
	const { year, tonnes, uncertainty, gwpSet, method, source } = level;
	const share = Math.min(uncertainty ?? 0, 99) / 100;
	const ends = { low: tonnes * (1 - share), mid: tonnes, high: tonnes * (1 + share) };
	return { year, tonnes: share === 0 ? tonnes : ends, gwpSet, method, source };
}

function placeStart({ baseYear }: DecidedTargets['frame'], tonnes: number | null): TargetSet['start'] {
	return baseYear === null || tonnes === null ? null : { year: baseYear.year, tonnes };
}

function makeSet({ targets: before }: Scenario, targets: readonly ClimateTarget[], start: TargetSet['start']): TargetSet | null {
	if (targets.length === 0) return null;
	const levels = targets.map(({ id, year, step, tonnes, perCent }): PathwayTarget => {
		const level = tonnes !== null ? { tonnes } : perCent === 100 ? { tonnes: 0 } : { reduction: (perCent ?? 0) / 100 };
		return { id, year, level, isInterim: step === 'interim' };
	});
	return { counts: before?.counts ?? 'net', between: before?.between ?? 'linear', start, targets: levels };
}
