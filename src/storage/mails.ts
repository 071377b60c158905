import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { GatheredMail } from '#domain/followup/gather-mails.ts';
import type { MailKind, MailState } from '#domain/followup/mail.ts';
import { hideAnswerLink } from '#domain/followup/mail-content.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { mail } from './schema/mail.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** A mail as it is written. Only the words of one that is queued hold the secret of an answer link. */
export type NewMail = {
	readonly kind: MailKind;
	readonly personId: string;
	readonly planId: string | null;
	readonly year: number | null;
	/** Danish day it is for. */
	readonly day: CalendarDate;
	/** One of a kind for person and day. */
	readonly isGathered: boolean;
	readonly toAddress: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
};
export type MailRow = Omit<NewMail, 'personId' | 'toAddress'> & {
	readonly id: string;
	readonly personId: string | null;
	readonly toAddress: string;
	readonly state: MailState;
	readonly error: string | null;
	readonly queuedAt: Date;
	readonly sentAt: Date | null;
};

/** Queues a mail. False when the person has had the day's gathered mail: two replicas that write at once write one. */
export async function addMail(tx: WriteTx, row: NewMail, queuedAt: Date): Promise<boolean> {
	const { rowCount } = await tx.db
		.insert(mail)
		.values({ ...row, municipalityCode: tx.tenant, state: 'queued', queuedAt })
		.onConflictDoNothing();
	return rowCount === 1;
}

/** The gathered mails since a day, to whom and when. One that was cancelled went to nobody. */
export async function listGatheredMails(tx: ReadTx, since: CalendarDate): Promise<GatheredMail[]> {
	const { personId, day, queuedAt } = mail;
	const rows = await tx.db
		.select({ personId, day, queuedAt })
		.from(mail)
		.where(and(own(tx), eq(mail.isGathered, true), ne(mail.state, 'cancelled'), sql`${day} >= ${since}`));
	return rows.flatMap((row) => (row.personId === null ? [] : [{ ...row, personId: row.personId, day: row.day as CalendarDate }]));
}

/** Mails of a kind since a day, newest first. */
export async function listMailsOfKind(tx: ReadTx, kind: MailKind, since: CalendarDate): Promise<MailRow[]> {
	return readRows(tx, and(eq(mail.kind, kind), sql`${mail.day} >= ${since}`), 1000);
}

/** The newest mails about a round, at most 500. */
export async function listMailsOfRound(tx: ReadTx, planId: string, year: number): Promise<MailRow[]> {
	return readRows(tx, and(eq(mail.planId, planId), eq(mail.year, year)), 500);
}

/** Which of these persons a gathered mail about a round has reached, or may have, since a time. */
export async function listMailedSince(
	tx: ReadTx,
	{
		planId,
		year,
		since,
		personIds,
	}: { readonly planId: string; readonly year: number; readonly since: Date; readonly personIds: readonly string[] },
): Promise<string[]> {
	const gone = inArray(mail.state, ['sending', 'sent', 'uncertain']);
	const meant = and(eq(mail.planId, planId), eq(mail.year, year), eq(mail.isGathered, true), inArray(mail.personId, [...personIds]));
	const rows = await tx.db
		.selectDistinct({ personId: mail.personId })
		.from(mail)
		.where(and(own(tx), meant, gone, gte(mail.queuedAt, since)));
	return rows.flatMap(({ personId }) => personId ?? []);
}

/** A mail by its id; undefined for any other text. */
export async function findMail(tx: ReadTx, id: string): Promise<MailRow | undefined> {
	if (!z.uuid().safeParse(id).success) return undefined;
	return (await readRows(tx, eq(mail.id, id), 1))[0];
}

/** Ids of the mails whose words are still kept. */
export async function listWordedMails(tx: ReadTx): Promise<string[]> {
	// Too old it has none, and where somebody was erased a dash.
	const rows = await tx.db
		.select({ id: mail.id })
		.from(mail)
		.where(and(own(tx), notInArray(mail.text, ['', '-'])));
	return rows.map(({ id }) => id);
}

/** True when there is anything for the sender to do: mails queued, or left behind by a worker that ended. */
export async function hasMailToSend(tx: ReadTx): Promise<boolean> {
	const rows = await tx.db
		.select({ id: mail.id })
		.from(mail)
		.where(and(own(tx), inArray(mail.state, ['queued', 'sending'])))
		.limit(1);
	return rows.length > 0;
}

/**
 * Takes the oldest queued mail to send it, past those another replica is taking at this moment. One that was tried goes again from
 * `retryBefore` on. The transaction must be committed before the mail is handed over. With a kind, it takes none but of that kind.
 */
export async function claimMail(tx: WriteTx, at: Date, retryBefore: Date, kind?: MailKind): Promise<MailRow | undefined> {
	const isDue = and(eq(mail.state, 'queued'), or(isNull(mail.triedAt), lt(mail.triedAt, retryBefore)), kind && eq(mail.kind, kind));
	// Two statements: as a subquery the choice may be made more than once, and would take more than one.
	const [next] = await tx.db
		.select({ id: mail.id })
		.from(mail)
		.where(and(own(tx), isDue))
		.orderBy(sql`${mail.triedAt} nulls first`, asc(mail.queuedAt), asc(mail.id))
		.limit(1)
		.for('update', { skipLocked: true });
	if (!next) return undefined;
	const rows = await tx.db
		.update(mail)
		.set({ state: 'sending', triedAt: at })
		.where(and(own(tx), eq(mail.id, next.id)))
		.returning();
	return rows[0] && toRow(rows[0]);
}

/**
 * Notes what became of a mail that was taken; back to `queued` it keeps its words, otherwise they lose the answer link. One whose words
 * were taken out meanwhile stays without, and one whose reader was erased does not go again.
 */
export async function saveMailState(
	tx: WriteTx,
	row: MailRow,
	state: Exclude<MailState, 'sending'>,
	error: string | null,
	at: Date,
): Promise<void> {
	const isWaiting = state === 'queued';
	await tx.db
		.update(mail)
		.set({
			state: isWaiting ? sql`case when ${isErased} then 'cancelled' else 'queued' end` : state,
			error: keepErased(mail.error, error),
			sentAt: state === 'sent' ? at : null,
			...(isWaiting ? {} : keepWords(row)),
		})
		.where(and(own(tx), eq(mail.id, row.id), eq(mail.state, 'sending')));
}

/** What is left of the words of a mail that has gone. */
function keepWords({ kind, text, html }: MailRow) {
	// The weekly mail names others than its reader, and would outlive their names elsewhere.
	if (kind === 'digest') return { text: '', html: '' };
	return { text: keepErased(mail.text, hideAnswerLink(text)), html: keepErased(mail.html, hideAnswerLink(html)) };
}

// Somebody may be erased while a mail is on its way, or before the notification that it came back: what was taken out stays out.
const isErased = sql`${mail.toAddress} = '-'`;

function keepErased(column: AnyPgColumn, words: string | null): SQL {
	return sql`case when ${isErased} or ${column} = '-' then ${column} else ${words} end`;
}

/** Puts other words into a mail that was taken, about another round perhaps, before it is handed over. */
export async function rewordMail(
	tx: WriteTx,
	{ id }: Pick<MailRow, 'id'>,
	anew: Pick<MailRow, 'kind' | 'planId' | 'year' | 'subject' | 'text' | 'html'>,
): Promise<void> {
	await tx.db
		.update(mail)
		.set(anew)
		.where(and(own(tx), eq(mail.id, id), eq(mail.state, 'sending')));
}

/** Mails whose worker ended while sending, taken up before `before`: nobody knows whether they arrived. Gives how many. */
export async function markUncertainMails(tx: WriteTx, before: Date): Promise<number> {
	const left = await readRows(tx, and(eq(mail.state, 'sending'), lt(mail.triedAt, before)), 1000);
	for (const row of left) await saveMailState(tx, row, 'uncertain', null, before);
	return left.length;
}

/** Writes a mail anew, for another day perhaps, and queues it again. False when it is not one that may be sent again. */
export async function requeueMail(
	tx: WriteTx,
	id: string,
	anew: Pick<MailRow, 'kind' | 'planId' | 'year' | 'day' | 'subject' | 'text' | 'html' | 'toAddress'>,
	at: Date,
): Promise<boolean> {
	const { rowCount } = await tx.db
		.update(mail)
		.set({ ...anew, state: 'queued', error: null, triedAt: null, queuedAt: at })
		.where(and(own(tx), eq(mail.id, id), inArray(mail.state, ['failed', 'uncertain'])));
	return rowCount === 1;
}

/** Notes that a mail the server had taken came back. */
export async function markBounced(tx: WriteTx, id: string, reason: string): Promise<void> {
	await tx.db
		.update(mail)
		.set({ state: 'failed', error: keepErased(mail.error, reason), sentAt: null })
		.where(and(own(tx), eq(mail.id, id), inArray(mail.state, ['sent', 'uncertain'])));
}

/** Takes away what the municipality keeps no longer: first the words, then that there was a mail. Gives how many rows were touched. */
export async function removeOldMails(tx: WriteTx, textBefore: Date, allBefore: Date): Promise<number> {
	const gone = await tx.db.delete(mail).where(and(own(tx), lt(mail.queuedAt, allBefore)));
	// A server's answer repeats the address, and a municipality's own subject may name somebody.
	const isWorded = sql`(${mail.text} <> '' or ${mail.subject} <> '' or ${mail.toAddress} <> '' or ${mail.error} is not null)`;
	const emptied = await tx.db
		.update(mail)
		.set({ subject: '', text: '', html: '', toAddress: '', error: null })
		.where(and(own(tx), lt(mail.queuedAt, textBefore), isWorded, sql`${mail.state} not in ('queued', 'sending')`));
	return (gone.rowCount ?? 0) + (emptied.rowCount ?? 0);
}

async function readRows(tx: ReadTx, which: ReturnType<typeof and>, limit: number): Promise<MailRow[]> {
	const rows = await tx.db
		.select()
		.from(mail)
		.where(and(own(tx), which))
		.orderBy(desc(mail.queuedAt), asc(mail.id))
		.limit(limit);
	return rows.map(toRow);
}

function own(tx: ReadTx) {
	return eq(mail.municipalityCode, tx.tenant);
}

function toRow({ municipalityCode: _, triedAt: __, ...row }: typeof mail.$inferSelect): MailRow {
	return { ...row, day: row.day as CalendarDate };
}
