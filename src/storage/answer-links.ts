import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { answerLink } from './schema/mail.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** A link by which a person answers without a password; its secret is known only to who was sent it. */
export type AnswerLink = {
	readonly id: string;
	readonly personId: string;
	readonly planId: string;
	readonly year: number;
	readonly addedAt: Date;
	readonly expiresAt: Date;
	readonly revokedAt: Date | null;
};

export type NewAnswerLink = Pick<AnswerLink, 'personId' | 'planId' | 'year' | 'expiresAt'> & { readonly at: Date };

const form = /^(\d{4})-[A-Za-z0-9_-]{43}$/;

/** The municipality that a link's secret belongs to; undefined when it has not the form of one. */
export function readTokenMunicipality(token: string): string | undefined {
	return form.exec(token)?.[1];
}

/** Makes a link and gives its secret: `0340-` and 256 random bits. Only the hash is stored, so it cannot be told again. */
export async function addAnswerLink(tx: WriteTx, { personId, planId, year, expiresAt, at }: NewAnswerLink): Promise<string> {
	const token = `${tx.tenant}-${randomBytes(32).toString('base64url')}`;
	const municipalityCode = tx.tenant;
	await tx.db.insert(answerLink).values({ municipalityCode, personId, planId, year, tokenHash: hash(token), addedAt: at, expiresAt });
	return token;
}

/** The link of a secret, also one that has expired or was revoked; undefined where there is none. */
export async function findAnswerLink(tx: ReadTx, token: string): Promise<AnswerLink | undefined> {
	const { id, personId, planId, year, addedAt, expiresAt, revokedAt } = answerLink;
	const [found] = await tx.db
		.select({ id, personId, planId, year, addedAt, expiresAt, revokedAt })
		.from(answerLink)
		.where(and(eq(answerLink.municipalityCode, tx.tenant), eq(answerLink.tokenHash, hash(token))));
	return found;
}

const liveLink: Statement<{ personId: string; since: string; now: string }, { id: string }[]> = {
	name: 'live answer link',
	build: (db, value) =>
		db
			.select({ id: answerLink.id })
			.from(answerLink)
			.where(
				and(
					eq(answerLink.municipalityCode, ownTenant),
					eq(answerLink.personId, value('personId')),
					isNull(answerLink.revokedAt),
					gt(answerLink.expiresAt, value('now')),
					lte(answerLink.addedAt, value('since')),
				),
			)
			.limit(1),
};

/**
 * Whether who came by a link of this person at `since` may still be here: one of the links the person had then is neither revoked
 * nor expired. A link made later does not bring a session back to life.
 */
export async function hasLiveAnswerLink(tx: ReadTx, personId: string, since: Date, now: Date): Promise<boolean> {
	const rows = await tx.ask(liveLink, { personId, since: since.toISOString(), now: now.toISOString() });
	return rows.length > 0;
}

/** How many links of a person can be used now. */
export async function countLiveAnswerLinks(tx: ReadTx, personId: string, now: Date): Promise<number> {
	const { municipalityCode, revokedAt, expiresAt } = answerLink;
	return tx.db.$count(
		answerLink,
		and(eq(municipalityCode, tx.tenant), eq(answerLink.personId, personId), isNull(revokedAt), gt(expiresAt, now)),
	);
}

/** Notes when a link was last used. */
export async function saveAnswerLinkUse(tx: WriteTx, id: string, usedAt: Date): Promise<void> {
	await tx.db
		.update(answerLink)
		.set({ usedAt })
		.where(and(eq(answerLink.municipalityCode, tx.tenant), eq(answerLink.id, id)));
}

/** Makes all links of a person useless, and with them every session opened by one. Gives how many there were. */
export async function revokeAnswerLinks(tx: WriteTx, personId: string, who: string, at: Date): Promise<number> {
	const { rowCount } = await tx.db
		.update(answerLink)
		.set({ revokedAt: at, revokedBy: who })
		.where(and(eq(answerLink.municipalityCode, tx.tenant), eq(answerLink.personId, personId), isNull(answerLink.revokedAt)));
	return rowCount ?? 0;
}

function hash(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
