import type { FollowUp } from '#domain/followup/status-round.ts';
import { findFollowUp, type PlanRecord } from '../plan/plan-record.ts';

/** Rounds that everybody may see, newest first: an unfinished one would show as a plan in which nothing is known. */
export function listPublicRounds(record: PlanRecord): FollowUp[] {
	const rounds = record.stored?.rounds.filter(({ isPublic }) => isPublic) ?? [];
	return rounds.flatMap(({ round }) => findFollowUp(record, round.year) ?? []);
}
