import { and, eq, isNotNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { z } from 'zod';
import { listTagValues, sortTags, tagKinds, type InitiativeTag } from '#domain/plan/initiative.ts';
import { planFieldsSchema } from './content-schemas.ts';
import type { InitiativeTags } from './initiative-tags.ts';
import type { PlanFields } from './initiatives.ts';
import { roundLine, statusRound } from './schema/followup.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What the plan said in the rounds that are no longer the newest: by year, then by initiative. */
export type RoundLines = ReadonlyMap<number, ReadonlyMap<string, PlanFields>>;

const batchSize = 1000;

export async function listRoundLines(tx: ReadTx, planId: string): Promise<RoundLines> {
	const { year: ofRound, initiativeId: ofInitiative, content: kept } = roundLine;
	const rows = await tx.db.select({ year: ofRound, initiativeId: ofInitiative, content: kept }).from(roundLine).where(isOfPlan(tx, planId));
	const lines = new Map<number, Map<string, PlanFields>>();
	for (const { year, initiativeId, content } of rows) {
		const round = lines.get(year) ?? new Map<string, PlanFields>();
		lines.set(year, round.set(initiativeId, planFieldsSchema.parse(content)));
	}
	return lines;
}

/** What the plan said of one initiative in a round that is no longer the newest; undefined when nothing is kept. */
export async function findRoundLine(tx: ReadTx, planId: string, year: number, initiativeId: string): Promise<PlanFields | undefined> {
	const [row] = await tx.db
		.select({ content: roundLine.content })
		.from(roundLine)
		.where(and(isOfPlan(tx, planId), eq(roundLine.year, year), eq(roundLine.initiativeId, initiativeId)));
	return row && planFieldsSchema.parse(row.content);
}

/** Tags as a round's line keeps them: every kind, so that none is told from not kept. */
const keptTagsSchema = z.record(z.enum(tagKinds), z.array(z.string()));

/** The tags of the rounds that are no longer the newest: by year, then by initiative. A line that was kept before tags were has none. */
export async function listRoundTags(tx: ReadTx, planId: string): Promise<ReadonlyMap<number, InitiativeTags>> {
	const tags = sql<unknown>`${roundLine.content} -> 'tags'`;
	const rows = await tx.db
		.select({ year: roundLine.year, initiativeId: roundLine.initiativeId, tags })
		.from(roundLine)
		.where(and(isOfPlan(tx, planId), isNotNull(tags)));
	const rounds = new Map<number, Map<string, InitiativeTag[]>>();
	for (const { year, initiativeId, tags: kept } of rows) {
		const values = keptTagsSchema.parse(kept);
		const round = rounds.get(year) ?? new Map<string, InitiativeTag[]>();
		const own = tagKinds.flatMap((kind) => values[kind].map((value) => ({ kind, value })));
		rounds.set(year, round.set(initiativeId, sortTags(own)));
	}
	return rounds;
}

/** Keeps what the plan says of these initiatives, and their tags, as they were in the round of `year`. */
export async function addRoundLines(
	tx: WriteTx,
	planId: string,
	year: number,
	{ lines, tags }: { readonly lines: ReadonlyMap<string, PlanFields>; readonly tags: InitiativeTags },
): Promise<void> {
	const keepTags = (id: string) => Object.fromEntries(tagKinds.map((kind) => [kind, listTagValues(tags.get(id) ?? [], kind)]));
	const rows = [...lines].map(([initiativeId, fields]) => ({
		municipalityCode: tx.tenant,
		planId,
		year,
		initiativeId,
		content: { ...planFieldsSchema.parse(fields), tags: keepTags(initiativeId) },
	}));
	for (let i = 0; i < rows.length; i += batchSize) await tx.db.insert(roundLine).values(rows.slice(i, i + batchSize));
}

/** Replaces what is kept of these initiatives in one round, tags apart; where nothing is kept nothing is added. */
export async function saveRoundLines(tx: WriteTx, planId: string, year: number, lines: ReadonlyMap<string, PlanFields>): Promise<void> {
	for (const [initiativeId, fields] of lines) {
		const content = sql`${roundLine.content} || ${JSON.stringify(planFieldsSchema.parse(fields))}::jsonb`;
		await tx.db
			.update(roundLine)
			.set({ content })
			.where(and(isOfPlan(tx, planId), eq(roundLine.year, year), eq(roundLine.initiativeId, initiativeId)));
	}
}

/** The newest round shows the plan as it is: what was kept for it while there was a later one goes. */
export async function removeNewestRoundLines(tx: WriteTx, planId: string): Promise<void> {
	const newest = sql`(select max(${statusRound.year}) from ${statusRound} where ${statusRound.municipalityCode} = ${tx.tenant} and ${statusRound.planId} = ${planId})`;
	await tx.db.delete(roundLine).where(and(isOfPlan(tx, planId), eq(roundLine.year, newest)));
}

/** True for a line that is in the plan in the round of `year`; where there is none, for one that is in it now. */
export function isShownIn(introducedIn: SQLWrapper, withdrawnIn: SQLWrapper, year: SQLWrapper): SQL {
	return sql`(${withdrawnIn} is null or ${withdrawnIn} > ${year}) and (${introducedIn} is null or ${year} is null or ${introducedIn} <= ${year})`;
}

function isOfPlan(tx: ReadTx, planId: string) {
	return and(eq(roundLine.municipalityCode, tx.tenant), eq(roundLine.planId, planId));
}
