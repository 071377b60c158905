import { listFieldChanges } from '#domain/followup/compare-rounds.ts';
import { reportFacts, type ReportFact } from '#domain/followup/report-fact.ts';
import { thawRound } from './thaw-round.ts';
import type { Difference, FactDifference, FrozenRound } from './frozen-round.ts';

/** In what two versions of a round's report differ, initiative by initiative in the later one's order; those that went come last. */
export function listDifferences(earlier: FrozenRound, later: FrozenRound): Difference[] {
	const [before, after] = [earlier, later].map((frozen) => thawRound(frozen).followUp.lines) as [Lines, Lines];
	const known = new Map(before.map((line) => [line.initiative.id, line]));
	const kept = new Set(after.map((line) => line.initiative.id));
	const [hadReason, hasReason] = [earlier, later].map(mapReasons) as [Reasons, Reasons];
	const gone = before.filter((line) => !kept.has(line.initiative.id));
	return [
		...after.flatMap((line): Difference[] => {
			const { number, title } = line.initiative;
			const was = known.get(line.initiative.id);
			if (!was) return [{ field: null, number, title, before: null, after: number }];
			const [reasonBefore, reasonAfter] = [hadReason, hasReason].map((reasons) => reasons.get(line.initiative.id) ?? null) as [
				Reason,
				Reason,
			];
			const reason = { field: 'colourReason', before: reasonBefore, after: reasonAfter } as const;
			const fields = [...listFieldChanges(was, line), ...(reasonBefore === reasonAfter ? [] : [reason])];
			return fields.map((change) => ({ ...change, number, title }));
		}),
		...gone.map(({ initiative: { number, title } }): Difference => ({ field: null, number, title, before: number, after: null })),
	];
}

type Reason = string | null;
type Reasons = ReadonlyMap<string, string>;

function mapReasons({ lines }: FrozenRound): Reasons {
	return new Map(lines.flatMap(({ initiative, colourReason }) => (colourReason ? [[initiative.id, colourReason]] : [])));
}

/** In what two versions differ about the round itself. */
export function listFactDifferences(earlier: FrozenRound, later: FrozenRound): FactDifference[] {
	const [before, after] = [readFacts(earlier), readFacts(later)];
	return reportFacts
		.map((field) => ({ field, before: before[field], after: after[field] }))
		.filter((difference) => difference.before !== difference.after);
}

function readFacts({ round, meeting, path }: FrozenRound): Record<ReportFact, string | null> {
	return {
		statusDate: round.statusDate,
		meetingBody: meeting?.body ?? null,
		meetingDate: meeting?.date ?? null,
		caseNumber: meeting?.caseNumber ?? null,
		shortfall: path?.target?.standing === null || path?.target?.standing === undefined ? null : String(path.target.standing),
	};
}

type Lines = ReturnType<typeof thawRound>['followUp']['lines'];
