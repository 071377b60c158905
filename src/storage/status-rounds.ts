import { and, desc, eq, max } from 'drizzle-orm';
import type { StatusRound } from '#domain/followup/status-round.ts';
import { statusRound } from './schema/followup.ts';
import { findCurrentPlanId } from './plans.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

/** What a round says of itself. This is also what the history keeps of it. */
export type RoundContent = Pick<StatusRound, 'title' | 'statusDate' | 'source'>;
/** `isPublic` is false for a round that is run here and not published yet. */
export type RoundRow = { readonly round: StatusRound; readonly isPublic: boolean; readonly changedAt: Date };

/** The rounds of a plan, newest first. With `publicOnly` those that are not published do not count. */
export async function listRounds(tx: ReadTx, planId: string, { publicOnly }: { publicOnly: boolean }): Promise<RoundRow[]> {
	const rows = await tx.db
		.select()
		.from(statusRound)
		.where(
			and(
				eq(statusRound.municipalityCode, tx.tenant),
				eq(statusRound.planId, planId),
				publicOnly ? eq(statusRound.isPublic, true) : undefined,
			),
		)
		.orderBy(desc(statusRound.year));
	return rows.map(({ changedAt, isPublic, municipalityCode: _, ...round }) => ({ round, isPublic, changedAt }));
}

const newestYear: Statement<Record<string, never>, { year: number | null }[]> = {
	name: 'newest round of the plan in force',
	build: (db) =>
		db
			.select({ year: max(statusRound.year) })
			.from(statusRound)
			.where(and(eq(statusRound.municipalityCode, ownTenant), eq(statusRound.planId, findCurrentPlanId(db)))),
};

/** The year of the newest round of the plan in force, published or not; null when it has none. */
export async function findNewestYear(tx: ReadTx): Promise<number | null> {
	return (await tx.ask(newestYear, {}))[0]?.year ?? null;
}

/** Adds the round of a year, public from the start unless said otherwise. */
export async function addRound(
	tx: WriteTx,
	planId: string,
	year: number,
	content: RoundContent & { readonly isPublic?: boolean },
	at: Date,
): Promise<void> {
	await tx.db.insert(statusRound).values({ ...content, municipalityCode: tx.tenant, planId, year, changedAt: at });
}

/** Lets everybody see a round, or only those who work on it. */
export async function saveRoundPublic(tx: WriteTx, planId: string, year: number, isPublic: boolean, at: Date): Promise<void> {
	const own = and(eq(statusRound.municipalityCode, tx.tenant), eq(statusRound.planId, planId), eq(statusRound.year, year));
	await tx.db.update(statusRound).set({ isPublic, changedAt: at }).where(own);
}

/** Replaces what a round says of itself. Throws conflict `round.changed-meanwhile` when its version is another. */
export async function saveRound(
	tx: WriteTx,
	planId: string,
	key: { readonly year: number; readonly version: number },
	content: RoundContent,
	at: Date,
): Promise<void> {
	const own = and(eq(statusRound.municipalityCode, tx.tenant), eq(statusRound.planId, planId), eq(statusRound.year, key.year));
	const { rowCount } = await tx.db
		.update(statusRound)
		.set({ ...content, version: key.version + 1, changedAt: at })
		.where(and(own, eq(statusRound.version, key.version)));
	checkChanged(rowCount, 'round', String(key.year));
}

/** Takes a round away. PostgreSQL refuses while it has an assessment. */
export async function removeRound(tx: WriteTx, planId: string, year: number): Promise<void> {
	const own = and(eq(statusRound.municipalityCode, tx.tenant), eq(statusRound.planId, planId), eq(statusRound.year, year));
	await tx.db.delete(statusRound).where(own);
}
