import { and, asc, eq, inArray } from 'drizzle-orm';
import { sortTags, type InitiativeTag } from '#domain/plan/initiative.ts';
import { initiativeTag } from './schema/plan.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

export type InitiativeTags = ReadonlyMap<string, readonly InitiativeTag[]>;

const batchSize = 1000;

/** The tags of a plan's initiatives, withdrawn ones included; by initiative, each list in the order of `sortTags`. */
export async function listInitiativeTags(tx: ReadTx, planId: string): Promise<InitiativeTags> {
	const rows = await tx.db
		.select({ initiativeId: initiativeTag.initiativeId, kind: initiativeTag.kind, value: initiativeTag.value })
		.from(initiativeTag)
		.where(and(eq(initiativeTag.municipalityCode, tx.tenant), eq(initiativeTag.planId, planId)))
		.orderBy(asc(initiativeTag.initiativeId));
	const tags = new Map<string, InitiativeTag[]>();
	for (const { initiativeId, kind, value } of rows) {
		const own = tags.get(initiativeId);
		if (own) own.push({ kind, value });
		else tags.set(initiativeId, [{ kind, value }]);
	}
	return new Map([...tags].map(([id, own]) => [id, sortTags(own)]));
}

/** Gives initiatives exactly these tags in place of what they had. */
export async function saveInitiativeTags(tx: WriteTx, planId: string, tags: InitiativeTags): Promise<void> {
	if (tags.size === 0) return;
	const own = and(
		eq(initiativeTag.municipalityCode, tx.tenant),
		eq(initiativeTag.planId, planId),
		inArray(initiativeTag.initiativeId, [...tags.keys()]),
	);
	await tx.db.delete(initiativeTag).where(own);
	const rows = [...tags].flatMap(([initiativeId, list]) =>
		list.map(({ kind, value }) => ({ municipalityCode: tx.tenant, planId, initiativeId, kind, value })),
	);
	for (let i = 0; i < rows.length; i += batchSize) await tx.db.insert(initiativeTag).values(rows.slice(i, i + batchSize));
}
