import { and, asc, eq, inArray } from 'drizzle-orm';
import { assignment } from './schema/round.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

const batchSize = 1000;

/** Who is asked in a round: ids of persons by initiative. One about which nobody is asked is left out. */
export async function listAssignments(tx: ReadTx, planId: string, year: number): Promise<Map<string, string[]>> {
	const { initiativeId, personId } = assignment;
	const rows = await tx.db
		.select({ initiativeId, personId })
		.from(assignment)
		.where(isOfRound(tx, planId, year))
		.orderBy(asc(initiativeId), asc(personId));
	const asked = new Map<string, string[]>();
	for (const row of rows) {
		const own = asked.get(row.initiativeId);
		if (own) own.push(row.personId);
		else asked.set(row.initiativeId, [row.personId]);
	}
	return asked;
}

/** Ids of the persons who are asked about one initiative in a round. */
export async function listAsked(tx: ReadTx, planId: string, year: number, initiativeId: string): Promise<string[]> {
	const rows = await tx.db
		.select({ personId: assignment.personId })
		.from(assignment)
		.where(and(isOfRound(tx, planId, year), eq(assignment.initiativeId, initiativeId)))
		.orderBy(asc(assignment.personId));
	return rows.map(({ personId }) => personId);
}

/** Lets exactly these persons be asked about each of these initiatives. */
export async function saveAssignments(
	tx: WriteTx,
	planId: string,
	year: number,
	asked: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
	const ids = [...asked.keys()];
	const rows = [...asked].flatMap(([initiativeId, personIds]) =>
		[...new Set(personIds)].map((personId) => ({ municipalityCode: tx.tenant, planId, year, initiativeId, personId })),
	);
	for (let i = 0; i < ids.length; i += batchSize) {
		await tx.db.delete(assignment).where(and(isOfRound(tx, planId, year), inArray(assignment.initiativeId, ids.slice(i, i + batchSize))));
	}
	for (let i = 0; i < rows.length; i += batchSize) await tx.db.insert(assignment).values(rows.slice(i, i + batchSize));
}

function isOfRound(tx: ReadTx, planId: string, year: number) {
	return and(eq(assignment.municipalityCode, tx.tenant), eq(assignment.planId, planId), eq(assignment.year, year));
}
