import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { planFieldsSchema } from './content-schemas.ts';
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

/** Keeps what the plan says of these initiatives as what it said in the round of `year`. */
export async function addRoundLines(tx: WriteTx, planId: string, year: number, lines: ReadonlyMap<string, PlanFields>): Promise<void> {
	const rows = [...lines].map(([initiativeId, fields]) => ({
		municipalityCode: tx.tenant,
		planId,
		year,
		initiativeId,
		content: planFieldsSchema.parse(fields),
	}));
	for (let i = 0; i < rows.length; i += batchSize) await tx.db.insert(roundLine).values(rows.slice(i, i + batchSize));
}

/** Replaces what is kept of these initiatives in one round; where nothing is kept nothing is added. */
export async function saveRoundLines(tx: WriteTx, planId: string, year: number, lines: ReadonlyMap<string, PlanFields>): Promise<void> {
	for (const [initiativeId, fields] of lines) {
		await tx.db
			.update(roundLine)
			.set({ content: planFieldsSchema.parse(fields) })
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
