import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, max, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { LaterEdit } from '#domain/followup/find-editor.ts';
import { findingDismissal } from './schema/followup.ts';
import { change, type ChangeAction, type ChangeEntity, type ChangeReason } from './schema/history.ts';
import { documentImport } from './schema/imports.ts';
import { answer } from './schema/round.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Content of a thing before or after a change, as JSON. */
export type ChangeContent = Readonly<Record<string, unknown>>;

/** One change: `before` is null for an added thing, `after` for a removed one. */
export type Change = {
	readonly entity: ChangeEntity;
	readonly action: ChangeAction;
	readonly planId: string;
	/** Id of the plan, section or initiative; the initiative's also for an assessment; year of a round; key of a finding. */
	readonly entityId: string;
	readonly year: number | null;
	readonly before: ChangeContent | null;
	readonly after: ChangeContent | null;
};

/** Who changed it, when and why. */
export type ChangeOccasion = {
	readonly who: string;
	readonly at: Date;
	readonly reason: ChangeReason;
	readonly note: string | null;
	readonly importId: string | null;
};

/** A change that need not be about a plan: to a person, a unit, a setting. It never holds a name or an address: the history is never erased. */
export type AnyChange = Omit<Change, 'planId'> & { readonly planId: string | null };

const batchSize = 1000;

/** Adds to the history, in the same transaction as the change itself. Gives the ids of the entries. */
export async function appendChanges(tx: WriteTx, occasion: ChangeOccasion, changes: readonly AnyChange[]): Promise<number[]> {
	const rows = changes.map((one) => ({ ...one, ...occasion, municipalityCode: tx.tenant }));
	const ids: number[] = [];
	for (let i = 0; i < rows.length; i += batchSize) {
		const batch = rows.slice(i, i + batchSize);
		const added = await tx.db.insert(change).values(batch).returning({ id: change.id });
		ids.push(...added.map(({ id }) => id));
	}
	return ids;
}

/** The entries from one id to another, in their order, no more of them than `limit`. */
export async function listChangesBetween(tx: ReadTx, first: number, last: number, limit: number): Promise<(Change & ChangeOccasion)[]> {
	const own = and(eq(change.municipalityCode, tx.tenant), gte(change.id, first), lte(change.id, last));
	const rows = await tx.db.select().from(change).where(own).orderBy(asc(change.id)).limit(limit);
	return rows.map(toChange);
}

/** A round's answers. */
type OfRound = { readonly planId: string; readonly year: number };

function isAnswerOf(tx: ReadTx, { planId, year }: OfRound) {
	const isAnswer = inArray(change.entity, ['assessment', 'answer']);
	return and(eq(change.municipalityCode, tx.tenant), eq(change.planId, planId), eq(change.year, year), isAnswer);
}

/** First and last id of the entries of each step in which somebody changed the answers about several initiatives, newest step first. */
export async function listBulkSteps(tx: ReadTx, round: OfRound, who: string, limit: number): Promise<[number, number][]> {
	const [first, last] = [sql<string>`min(${change.id})`, sql<string>`max(${change.id})`];
	const rows = await tx.db
		.select({ first, last })
		.from(change)
		.where(and(isAnswerOf(tx, round), eq(change.who, who)))
		.groupBy(change.at)
		.having(sql`count(distinct ${change.entityId}) > 1`)
		.orderBy(desc(last))
		.limit(limit);
	return rows.map((row) => [Number(row.first), Number(row.last)]);
}

/** Who changed the answer about each initiative last, by its id. */
export async function listLastWho(tx: ReadTx, round: OfRound): Promise<ReadonlyMap<string, string>> {
	const rows = await tx.db
		.selectDistinctOn([change.entityId], { id: change.entityId, who: change.who })
		.from(change)
		.where(isAnswerOf(tx, round))
		.orderBy(asc(change.entityId), desc(change.id));
	return new Map(rows.map(({ id, who }) => [id, who]));
}

/** What was written in the answers of a round after they were given, oldest first; in one of them where its initiative is given. */
export async function listEditsSinceGiven(tx: ReadTx, round: OfRound, initiativeId?: string): Promise<LaterEdit[]> {
	const isIts = and(
		eq(answer.municipalityCode, change.municipalityCode),
		eq(answer.planId, change.planId),
		eq(answer.year, change.year),
		sql`${answer.initiativeId}::text = ${change.entityId}`,
	);
	const isOne = initiativeId === undefined ? undefined : eq(change.entityId, initiativeId);
	return tx.db
		.select({ initiativeId: change.entityId, who: change.who, before: change.before, after: change.after })
		.from(change)
		.innerJoin(answer, isIts)
		.where(and(isAnswerOf(tx, round), eq(change.entity, 'assessment'), gt(change.at, answer.answeredAt), isOne))
		.orderBy(asc(change.id));
}

/** Of the answers about the initiatives the last entries before one. */
export async function listLastBefore(tx: ReadTx, round: OfRound, initiativeIds: readonly string[], id: number): Promise<Change[]> {
	const earlier = and(isAnswerOf(tx, round), inArray(change.entityId, [...initiativeIds]), lt(change.id, id));
	const rows = await tx.db
		.selectDistinctOn([change.entity, change.entityId])
		.from(change)
		.where(earlier)
		.orderBy(asc(change.entity), asc(change.entityId), desc(change.id));
	return rows.map(toChange);
}

/** What happened to an initiative and its assessments, newest first. */
export async function listChangesOfInitiative(tx: ReadTx, planId: string, initiativeId: string): Promise<(Change & ChangeOccasion)[]> {
	const own = and(eq(change.municipalityCode, tx.tenant), eq(change.planId, planId), eq(change.entityId, initiativeId));
	const rows = await tx.db.select().from(change).where(own).orderBy(desc(change.id));
	return rows.map(toChange);
}

/** What happened to a person or a unit, newest first. */
export async function listChangesOfEntity(tx: ReadTx, entity: ChangeEntity, entityId: string): Promise<(AnyChange & ChangeOccasion)[]> {
	const own = and(eq(change.municipalityCode, tx.tenant), eq(change.entity, entity), eq(change.entityId, entityId));
	const rows = await tx.db.select().from(change).where(own).orderBy(desc(change.id));
	return rows.map((row) => ({ ...toChange(row), planId: row.planId }));
}

/** What an import did, in the order it was done; what undoing it did is left out. */
export async function listChangesOfImport(tx: ReadTx, importId: string): Promise<(Change & ChangeOccasion)[]> {
	const rows = await tx.db.select().from(change).where(isDoneBy(tx, importId)).orderBy(asc(change.id));
	return rows.map(toChange);
}

/**
 * How many changes made after an import build on it: they touch what it touched, stand under a section it added, touch its round
 * when it opened the round, or anything of its plan when it made the plan. Changes of imports that were undone count no more,
 * and of dismissed findings those alone that are dismissed still.
 */
export async function countLaterChanges(tx: ReadTx, importId: string): Promise<number> {
	const done = isDoneBy(tx, importId);
	const [last] = await tx.db
		.select({ id: max(change.id) })
		.from(change)
		.where(done);
	if (!last?.id) return 0;
	const touched = tx.db.select({ entityId: change.entityId }).from(change).where(done);
	const madePlans = tx.db
		.select({ planId: change.planId })
		.from(change)
		.where(and(done, eq(change.entity, 'plan'), eq(change.action, 'added')));
	const openedYears = tx.db
		.select({ year: change.year })
		.from(change)
		.where(and(done, eq(change.entity, 'round'), eq(change.action, 'added')));
	const plans = tx.db.select({ planId: change.planId }).from(change).where(done);
	const [row] = await tx.db
		.select({ count: sql<number>`count(*)::int` })
		.from(change)
		.leftJoin(documentImport, and(eq(documentImport.municipalityCode, tx.tenant), eq(documentImport.id, change.importId)))
		.where(
			and(
				eq(change.municipalityCode, tx.tenant),
				gt(change.id, last.id),
				ne(change.entity, 'dismissal'),
				isNull(documentImport.undoneAt),
				inArray(change.planId, plans),
				or(
					inArray(change.entityId, touched),
					inArray(sql`${change.after} ->> 'sectionId'`, touched),
					inArray(change.planId, madePlans),
					inArray(change.year, openedYears),
				),
			),
		);
	const [dismissed] = await tx.db
		.select({ count: sql<number>`count(*)::int` })
		.from(findingDismissal)
		.where(and(eq(findingDismissal.municipalityCode, tx.tenant), inArray(findingDismissal.planId, madePlans)));
	return (row?.count ?? 0) + (dismissed?.count ?? 0);
}

/** True when an example plan was once added here, also when it was taken away since. */
export async function hasExample(tx: ReadTx): Promise<boolean> {
	const own = and(eq(change.municipalityCode, tx.tenant), eq(change.reason, 'example'));
	return (await tx.db.select({ id: change.id }).from(change).where(own).limit(1)).length > 0;
}

function isDoneBy(tx: ReadTx, importId: string) {
	return and(eq(change.municipalityCode, tx.tenant), eq(change.importId, importId), eq(change.reason, 'import'));
}

const contentSchema = z.record(z.string(), z.unknown()).nullable();

function toChange(row: typeof change.$inferSelect): Change & ChangeOccasion {
	const { entity, action, entityId, year, who, at, reason, note, importId } = row;
	const [before, after] = [contentSchema.parse(row.before), contentSchema.parse(row.after)];
	return { entity, action, planId: String(row.planId), entityId, year, before, after, who, at, reason, note, importId };
}
