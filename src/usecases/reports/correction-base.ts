import type { Finding } from '#domain/followup/finding.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import type { FrozenRound } from '#reports/frozen-round.ts';
import { thawRound } from '#reports/thaw-round.ts';
import { findFollowUp, type PlanRecord } from '../plan/plan-record.ts';
import type { CorrectedLine } from './apply-corrections.ts';
import type { ContentOptions, EarlierRound } from './round-content.ts';
import { readFrozenFigures, type RoundFigures } from './round-figures.ts';

/** What a correction starts from. What is left out is taken as it is stored now. */
type CorrectionBase = {
	readonly followUp: FollowUp;
	readonly earlier?: EarlierRound | null;
	readonly figures?: RoundFigures;
	readonly facts?: NonNullable<ContentOptions['facts']>;
	readonly findings?: readonly Finding[];
};

/** What is corrected, and what it is compared with: all as it is stored now, or both as they were frozen. */
export function chooseBase(
	record: PlanRecord,
	before: FrozenRound,
	{ plan, year }: { readonly plan: 'as published' | 'as it is now'; readonly year: number },
): CorrectionBase {
	const now = plan === 'as it is now' ? findFollowUp(record, year) : undefined;
	if (now) return { followUp: now };
	const thawed = thawRound(before);
	const { comparison } = thawed;
	const followUp = placeSources(thawed.followUp, record);
	const kept = { followUp, figures: readFrozenFigures(before), facts: readFrozenFacts(before) };
	if (!comparison) return { ...kept, earlier: null };
	const { earlierYear, changes } = comparison;
	const round = { ...followUp.round, year: earlierYear };
	// A comparison of before it had every initiative leaves out those that nothing was said of in either year.
	const named = new Set(changes.map(({ initiativeId }) => initiativeId));
	const silent = followUp.lines.filter(({ initiative }) => !named.has(initiative.id)).map((line) => ({ ...line, assessment: null }));
	const earlier = { ...followUp, round, lines: [...changes.flatMap((change) => change.before ?? []), ...silent] };
	return { ...kept, earlier: { followUp: earlier, sha256: before.comparison?.earlierSha256 ?? null } };
}

/** Units and tags as published; what has left the plan is known by the comparison alone. */
function readFrozenFacts({ lines, comparison }: FrozenRound): NonNullable<CorrectionBase['facts']> {
	const gone = comparison?.changes.flatMap(({ before }) => before ?? []) ?? [];
	return new Map([...gone, ...lines].map(({ initiative, tags, unit }) => [initiative.id, { tags, unit }]));
}

/**
 * What no value of the correction moves stays the one that was published: the path follows the states of the round, and the plan check
 * the day it describes as well.
 */
export function keepPublished(
	base: CorrectionBase,
	before: FrozenRound,
	{ round }: FollowUp,
	changed: readonly CorrectedLine[],
): CorrectionBase {
	if (changed.length > 0) return base;
	const { path, findings } = before;
	const { figures } = base;
	return {
		...base,
		...(figures && path && { figures: { ...figures, path } }),
		...(round.statusDate === before.round.statusDate && { findings }),
	};
}

/** Where the document says it is not frozen, and the plan check asks about some of it. */
function placeSources(followUp: FollowUp, { stored }: PlanRecord): FollowUp {
	const rows = stored?.assessments.get(followUp.round.year);
	const lines = followUp.lines.map((line) => {
		const source = rows?.get(line.initiative.id)?.assessment.source ?? null;
		return { ...line, assessment: line.assessment && { ...line.assessment, source } };
	});
	return { ...followUp, lines };
}
