import { listAccountPoints } from '#domain/account/account-points.ts';
import { readPathDocument, type PathDocument } from '#domain/followup/path-document.ts';
import { listTitles } from '#domain/followup/list-titles.ts';
import { makePathReport } from '#domain/followup/path-report.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import { freezeAccounts } from '#reports/freeze-account.ts';
import { freezePath } from '#reports/freeze-path.ts';
import type { FrozenAccount, FrozenPath } from '#reports/frozen-figures.ts';
import type { FrozenRound } from '#reports/frozen-round.ts';
import { listAccounts } from '#storage/accounts.ts';
import { findPlanScenario } from '#storage/scenarios.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { findFollowUp, type PlanRecord } from '../plan/plan-record.ts';

/** What the figures of a report rest on. The path itself is calculated of the round, which a correction changes. */
export type RoundFigures = {
	readonly accounts: readonly FrozenAccount[];
	/** What the path is held against: the account's totals by year. */
	readonly points: FrozenPath['picture']['account'];
	readonly document: PathDocument | null;
	/** The path itself, where nothing that it rests on is corrected: earlier rounds may have been corrected since. */
	readonly path?: FrozenPath;
};

/** The figures that a published report rests on. */
export function readFrozenFigures({ accounts = [], path }: FrozenRound): RoundFigures {
	return { accounts, points: path?.picture.account ?? [], document: path ? readPathDocument(path.document) : null };
}

/** The green account and the path for a report of a round: as they are stored, or of what is given. */
export async function makeFigures(
	tx: ReadTx,
	record: PlanRecord,
	followUp: FollowUp,
	given: RoundFigures | undefined,
): Promise<{ readonly accounts: readonly FrozenAccount[]; readonly path?: FrozenPath }> {
	if (given?.path) return { accounts: given.accounts, path: given.path };
	const { accounts, points, document } = given ?? (await readStoredFigures(tx));
	if (!document) return { accounts };
	const { year } = followUp.round;
	const before = record.stored?.rounds.filter(({ round, isPublic }) => isPublic && round.year < year) ?? [];
	const rounds = [followUp, ...before.flatMap(({ round }) => findFollowUp(record, round.year) ?? [])];
	// Nothing of other municipalities and no clock: the same round gives the same report wherever and whenever it is made.
	const report = makePathReport(document, { rounds, earliest: year + 1, others: [] });
	return { accounts, path: freezePath(report, { account: points, titles: listTitles(rounds) }) };
}

async function readStoredFigures(tx: ReadTx): Promise<RoundFigures> {
	const accounts = await listAccounts(tx);
	const scenario = await findPlanScenario(tx);
	return { accounts: freezeAccounts(accounts), points: listAccountPoints(accounts), document: scenario?.document ?? null };
}
