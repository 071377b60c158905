import { countKinds, type InitiativeChange, type RoundComparison } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import type { FrozenLine, FrozenRound } from './frozen-round.ts';

export type ThawedRound = {
	readonly followUp: FollowUp;
	readonly comparison: RoundComparison | null;
	readonly findings: readonly Finding[];
};

/** A frozen round as the rules and the report know one. Versions and places in documents are not frozen: they are 0 and null. */
export function thawRound(frozen: Omit<FrozenRound, 'figures' | 'texts'>): ThawedRound {
	const { municipality, plan, legend, round, comparison, findings } = frozen;
	const lines = frozen.lines.map((line, position) => thawLine(line, position, round.year));
	const followUp: FollowUp = {
		municipality,
		plan: { ...plan, initiatives: lines.map(({ initiative }) => initiative) },
		legend,
		round: { ...round, planId: plan.id, version: 0 },
		lines,
	};
	return { followUp, comparison: comparison && thawComparison(comparison, followUp), findings };
}

function thawLine({ initiative, assessment }: FrozenLine, position: number, year: number): AssessedInitiative {
	return {
		initiative: { ...initiative, position, version: 0 },
		assessment: assessment && { ...assessment, initiativeId: initiative.id, year, source: null, version: 0 },
	};
}

function thawComparison({ earlierYear, changes }: NonNullable<FrozenRound['comparison']>, { lines, round }: FollowUp): RoundComparison {
	const later = new Map(lines.map((line) => [line.initiative.id, line]));
	const thawed = changes.map(({ before, ...change }, position): InitiativeChange => {
		const after = later.get(change.initiativeId) ?? null;
		const was = before && thawLine(before, position, earlierYear);
		const { number, title } = (after ?? was)?.initiative ?? { number: '', title: '' };
		return { ...change, number, title, before: was, after };
	});
	return { earlierYear, laterYear: round.year, changes: thawed, counts: countKinds(thawed) };
}
