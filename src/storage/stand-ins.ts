import { and, asc, eq } from 'drizzle-orm';
import type { StandIn } from '#domain/access/person.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { standIn } from './schema/people.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Every stand-in of the municipality, past and coming ones included, by their first day. */
export async function listStandIns(tx: ReadTx): Promise<StandIn[]> {
	const rows = await tx.db
		.select()
		.from(standIn)
		.where(eq(standIn.municipalityCode, tx.tenant))
		.orderBy(asc(standIn.fromDate), asc(standIn.personId), asc(standIn.standInId));
	return rows.map(({ personId, standInId, fromDate, untilDate }) => ({
		personId,
		standInId,
		// The columns are dates.
		from: fromDate as CalendarDate,
		until: untilDate as CalendarDate | null,
	}));
}

/** Lets somebody stand in for another, in place of an earlier agreement between the same two. */
export async function saveStandIn(tx: WriteTx, { personId, standInId, from, until }: StandIn): Promise<void> {
	const days = { fromDate: from, untilDate: until };
	await tx.db
		.insert(standIn)
		.values({ municipalityCode: tx.tenant, personId, standInId, ...days })
		.onConflictDoUpdate({ target: [standIn.municipalityCode, standIn.personId, standIn.standInId], set: days });
}

/** Ends an agreement between two. */
export async function removeStandIn(tx: WriteTx, { personId, standInId }: Pick<StandIn, 'personId' | 'standInId'>): Promise<void> {
	const own = and(eq(standIn.municipalityCode, tx.tenant), eq(standIn.personId, personId), eq(standIn.standInId, standInId));
	await tx.db.delete(standIn).where(own);
}
