import type { AssessedInitiative, StatusRound } from '#domain/followup/status-round.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { findPassing } from './passing-lines.ts';
import { findShownRound, getLines, getPlan, type PlanRecord, type StoredPlan } from './plan-record.ts';

/** A line with the round that it is shown in. */
export type ShownLine = {
	readonly stored: StoredPlan;
	readonly round: StatusRound | null;
	readonly plan: Plan;
	/** Its place in the plan. */
	readonly index: number;
	readonly line: AssessedInitiative;
	/** The round in which it came and went; none has it. */
	readonly passedIn?: number | null;
};

type Asked = { readonly number: string; readonly year?: number | undefined };

/** The line of a number: that of a round, or for those who see all rounds one that came and went within one. */
export function findLine(record: PlanRecord, asked: Asked, seesAll: boolean): ShownLine | undefined {
	const found = findShown(record, asked);
	const row = !found && seesAll && record.stored ? findPassing(record.stored, asked.number, asked.year) : undefined;
	if (!row || !record.stored) return found;
	const { stored } = record;
	// It stands among its neighbours of now, as it would were it still there.
	const initiatives = stored.initiatives.map((each) => (each === row ? { ...row, content: { ...row.content, withdrawnIn: null } } : each));
	const plan = getPlan(record.municipality.code, { ...stored, initiatives }, null);
	const index = plan.initiatives.findIndex(({ id }) => id === row.id);
	const initiative = plan.initiatives[index];
	return initiative && { stored, round: null, plan, index, line: { initiative, assessment: null }, passedIn: row.content.withdrawnIn };
}

function findShown(record: PlanRecord, { number, year }: Asked): ShownLine | undefined {
	const { stored } = record;
	const newest = findShownRound(record, year);
	const older = year === undefined ? (stored?.rounds.map(({ round }) => round).filter((round) => round.year !== newest?.year) ?? []) : [];
	for (const round of stored ? [newest, ...older] : []) {
		const found = stored && findInRound(record, stored, round, number);
		if (found) return found;
	}
	return undefined;
}

/** The line of a number in a round, or now without one. */
export function findInRound(
	{ municipality }: PlanRecord,
	stored: StoredPlan,
	round: StatusRound | null,
	number: string,
): ShownLine | undefined {
	const plan = getPlan(municipality.code, stored, round?.year ?? null);
	const index = plan.initiatives.findIndex((each) => getNumberKey(each.number) === getNumberKey(number));
	const line = getLines(stored, plan, round?.year ?? null)[index];
	return line && { stored, round, plan, index, line };
}
