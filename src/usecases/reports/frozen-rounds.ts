import type { FrozenRound } from '#reports/frozen-round.ts';
import { parseFrozenRound } from '#reports/frozen-round-schema.ts';
import { findReportContent, type PublishedReport } from '#storage/status-reports.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { StoredPlan } from '../plan/plan-record.ts';

/** A frozen round of a hundred initiatives is about half a megabyte in memory. */
const mostKept = 24;
const kept = new Map<string, FrozenRound>();

/** A published report's frozen round. What a hash names never changes, so it is read and understood once. */
export async function readFrozenRound(tx: ReadTx, report: PublishedReport): Promise<FrozenRound> {
	const key = `${tx.tenant} ${report.planId} ${report.year} ${report.version} ${report.sha256}`;
	const known = kept.get(key);
	// Taken out and put back: a Map keeps the order, so the longest unused stand first.
	kept.delete(key);
	const frozen = known ?? parseFrozenRound(await readContent(tx, report));
	kept.set(key, frozen);
	for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
	return frozen;
}

async function readContent(tx: ReadTx, report: PublishedReport): Promise<string> {
	const content = await findReportContent(tx, report);
	if (content === undefined) throw new Error('a published report cannot be read');
	return content;
}

/** The published versions of a round's report, newest first; none while it is not published. */
export function listVersions({ reports }: StoredPlan, year: number): PublishedReport[] {
	return reports.filter((report) => report.year === year);
}
