import type { ClimateTarget, ReferenceLevel, TargetFrame } from '../account/target.ts';
import type { PathwayReference, PathwayTarget, TargetCount, TargetSet } from '../pathway/model.ts';
import type { IllustrativePart, PathDocument } from './path-document.ts';

/**
 * What is decided for the area, and what its account of the base year adds up to: what is emitted, and what is taken up as a negative
 * number. Null where that account is not here, or the line is not in it.
 */
export type DecidedTargets = {
	readonly frame: Pick<TargetFrame, 'reference' | 'baseYear'>;
	readonly targets: readonly ClimateTarget[];
	readonly base: { readonly emitted: number | null; readonly removed: number | null };
	/** Whether uptake counts against the targets; null leaves it to each path. */
	readonly counts: TargetCount | null;
};

/**
 * The path held against what is decided. A part that is marked illustrative stays until the municipality has stated its own. Targets for
 * CO2 alone are left out: the path is in CO2e. The target path starts in the same terms, net or gross, as it is held against.
 */
export function adoptTargets(document: PathDocument, decided: DecidedTargets): PathDocument {
	const { frame } = decided;
	const targets = decided.targets.filter(({ kind, gases }) => kind === 'geographic' && gases === 'CO2e');
	const isKept = (part: IllustrativePart, isStated: boolean) => !isStated && document.illustrative.includes(part);
	const reference = toPathwayReference(frame.reference);
	const keepsReference = isKept('reference', reference !== null);
	const keepsTargets = isKept('targets', targets.length > 0);
	const { scenario } = document;
	const counts = decided.counts ?? scenario.targets?.counts ?? 'net';
	return {
		...document,
		scenario: {
			...scenario,
			reference: keepsReference ? scenario.reference : reference,
			targets: keepsTargets
				? scenario.targets && keepSet(scenario.targets, counts, decided)
				: makeSet(targets, { counts, between: scenario.targets?.between ?? 'linear', start: placeStart(decided, counts) }),
		},
		illustrative: document.illustrative.filter((part) => part === 'baseline' || (part === 'reference' ? keepsReference : keepsTargets)),
	};
}

/** Targets that are only shown, counted as is said: a start that was counted otherwise is another figure. */
function keepSet(set: TargetSet, counts: TargetCount, decided: DecidedTargets): TargetSet {
	return { ...set, counts, start: set.counts === counts ? set.start : placeStart(decided, counts) };
}

/** A reference level in tonnes CO2e, with its uncertainty as ends; null where there is no figure to measure against. */
function toPathwayReference(level: ReferenceLevel | null): PathwayReference | null {
	if (!level?.tonnes || level.gases !== 'CO2e') return null;
	const { year, tonnes, uncertainty, gwpSet, method, source } = level;
	const share = Math.min(uncertainty ?? 0, 99) / 100;
	const ends = { low: tonnes * (1 - share), mid: tonnes, high: tonnes * (1 + share) };
	return { year, tonnes: share === 0 ? tonnes : ends, gwpSet, method, source };
}

function placeStart({ frame: { baseYear }, base: { emitted, removed } }: DecidedTargets, counts: TargetCount): TargetSet['start'] {
	if (baseYear === null || emitted === null) return null;
	// An account without a line of uptake has none that a path made from it could count.
	return { year: baseYear.year, tonnes: counts === 'net' ? emitted + (removed ?? 0) : emitted };
}

function makeSet(targets: readonly ClimateTarget[], way: Pick<TargetSet, 'counts' | 'between' | 'start'>): TargetSet | null {
	if (targets.length === 0) return null;
	const levels = targets.map(({ id, year, step, tonnes, perCent }): PathwayTarget => {
		const level = tonnes !== null ? { tonnes } : perCent === 100 ? { tonnes: 0 } : { reduction: (perCent ?? 0) / 100 };
		return { id, year, level, isInterim: step === 'interim' };
	});
	return { ...way, targets: levels };
}
