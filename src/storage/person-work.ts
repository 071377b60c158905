import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { mail } from './schema/mail.ts';
import { initiativeOwner, standIn } from './schema/people.ts';
import { assignment, roundRun } from './schema/round.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What a person has to do: the initiatives it answers for, and what it is asked about in rounds that are not published. */
export type PersonWork = {
	readonly owned: readonly { readonly planId: string; readonly initiativeId: string }[];
	readonly asked: readonly { readonly planId: string; readonly year: number; readonly initiativeId: string }[];
};

/** Reads a person's work. */
export async function listWork(tx: ReadTx, personId: string): Promise<PersonWork> {
	const owned = await tx.db
		.select({ planId: initiativeOwner.planId, initiativeId: initiativeOwner.initiativeId })
		.from(initiativeOwner)
		.where(and(eq(initiativeOwner.municipalityCode, tx.tenant), eq(initiativeOwner.personId, personId)));
	const { planId, year, initiativeId } = assignment;
	const asked = await tx.db
		.select({ planId, year, initiativeId })
		.from(assignment)
		.innerJoin(
			roundRun,
			and(eq(roundRun.municipalityCode, assignment.municipalityCode), eq(roundRun.planId, planId), eq(roundRun.year, year)),
		)
		.where(and(eq(assignment.municipalityCode, tx.tenant), eq(assignment.personId, personId), ne(roundRun.stage, 'published')));
	return { owned, asked };
}

/** Gives a person's work to another, who may have some of it already. */
export async function moveWork(tx: WriteTx, { owned, asked }: PersonWork, fromId: string, toId: string): Promise<void> {
	const to = { municipalityCode: tx.tenant, personId: toId };
	if (owned.length > 0) {
		await tx.db
			.insert(initiativeOwner)
			.values(owned.map((one) => ({ ...one, ...to })))
			.onConflictDoNothing();
	}
	if (asked.length > 0) {
		await tx.db
			.insert(assignment)
			.values(asked.map((one) => ({ ...one, ...to })))
			.onConflictDoNothing();
	}
	await removeWork(tx, { asked }, fromId);
}

/** Takes all ownership from a person, and the assignments given. What was asked in published rounds is history and stays. */
export async function removeWork(tx: WriteTx, { asked }: Pick<PersonWork, 'asked'>, personId: string): Promise<void> {
	await tx.db.delete(initiativeOwner).where(and(eq(initiativeOwner.municipalityCode, tx.tenant), eq(initiativeOwner.personId, personId)));
	const rounds = new Map(asked.map(({ planId, year }) => [`${planId} ${year}`, { planId, year }]));
	for (const { planId, year } of rounds.values()) {
		await tx.db
			.delete(assignment)
			.where(
				and(
					eq(assignment.municipalityCode, tx.tenant),
					eq(assignment.planId, planId),
					eq(assignment.year, year),
					eq(assignment.personId, personId),
				),
			);
	}
}

/** Ends every agreement in which somebody stands in for a person, or a person for somebody. */
export async function removeStandInsOf(tx: WriteTx, personId: string): Promise<void> {
	await tx.db
		.delete(standIn)
		.where(and(eq(standIn.municipalityCode, tx.tenant), or(eq(standIn.personId, personId), eq(standIn.standInId, personId))));
}

/**
 * Throws away mails to a person that wait with a link in them, as if they had not been written: those that are due are written anew,
 * with a new link and to the address of now. What has no secret in it waits on, for that address.
 */
export async function removeQueuedMails(tx: WriteTx, personId: string, email: string): Promise<void> {
	const isHis = and(eq(mail.municipalityCode, tx.tenant), eq(mail.personId, personId), eq(mail.state, 'queued'));
	await tx.db.delete(mail).where(and(isHis, ne(mail.kind, 'digest')));
	await tx.db.update(mail).set({ toAddress: email }).where(isHis);
}

/**
 * Calls off mails to a person that have not been sent. A mail that is being sent at this moment cannot be called back. The words of a
 * digest go with it: they name others.
 */
export async function cancelQueuedMails(tx: WriteTx, personId: string): Promise<void> {
	await tx.db
		.update(mail)
		.set({
			state: 'cancelled',
			text: sql`case when ${mail.kind} = 'digest' then '' else ${mail.text} end`,
			html: sql`case when ${mail.kind} = 'digest' then '' else ${mail.html} end`,
		})
		.where(and(eq(mail.municipalityCode, tx.tenant), eq(mail.personId, personId), inArray(mail.state, ['queued', 'failed'])));
}
