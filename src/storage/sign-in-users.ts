import { createHash } from 'node:crypto';
import { and, asc, eq, gt, isNull, lt, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { PersonRole } from '#domain/access/person.ts';
import { person } from './schema/people.ts';
import { signInAccount, signInPasskey, signInSession, signInTwoFactor, signInUser, signInVerification } from './schema/sign-in.ts';
import type { SignInTx } from './transactions.ts';

/** What somebody with an address is, in one of the municipalities. */
export type Engagement = {
	readonly municipalityCode: string;
	readonly personId: string;
	readonly name: string;
	readonly email: string;
	readonly role: PersonRole;
};

/** Everything an address is to the municipalities now; empty for one that nobody knows. */
export async function listEngagements(tx: SignInTx, email: string): Promise<Engagement[]> {
	const { municipalityCode, id: personId, name, role } = person;
	return tx.db
		.select({ municipalityCode, personId, name, role, email: sql<string>`${person.email}` })
		.from(person)
		.where(and(eq(sql`lower(${person.email})`, email.toLowerCase()), isNull(person.leftAt), isNull(person.erasedAt)))
		.orderBy(asc(municipalityCode));
}

/** The address of a user, whether codes are set up, and the ids of the identity providers by which the user has signed in. */
export async function findUser(
	tx: SignInTx,
	userId: string,
): Promise<{ readonly email: string; readonly hasCodes: boolean; readonly providers: readonly string[] } | undefined> {
	const { email, twoFactorEnabled } = signInUser;
	const [row] = await tx.db.select({ email, twoFactorEnabled }).from(signInUser).where(eq(signInUser.id, userId));
	if (!row) return undefined;
	const accounts = await tx.db.select({ id: signInAccount.providerId }).from(signInAccount).where(eq(signInAccount.userId, userId));
	return { email: row.email, hasCodes: row.twoFactorEnabled ?? false, providers: accounts.map(({ id }) => id) };
}

/** The address that a link to sign in with was made for; undefined for one that was used or never was. */
export async function findLinkAddress(tx: SignInTx, token: string): Promise<string | undefined> {
	const identifier = `magic-link:${createHash('sha256').update(token).digest('base64url')}`;
	const [row] = await tx.db
		.select({ value: signInVerification.value })
		.from(signInVerification)
		.where(eq(signInVerification.identifier, identifier));
	return row && z.object({ email: z.string() }).safeParse(JSON.parse(row.value)).data?.email;
}

/** Notes on a session that its second factor has been given. */
export async function saveSecondFactor(tx: SignInTx, token: string, at: Date): Promise<void> {
	await tx.db.update(signInSession).set({ secondFactorAt: at }).where(eq(signInSession.token, token));
}

/** Ends all sessions of a user but this one. Gives how many there were. */
export async function removeOtherSessions(tx: SignInTx, userId: string, token: string): Promise<number> {
	const { rowCount } = await tx.db.delete(signInSession).where(and(eq(signInSession.userId, userId), ne(signInSession.token, token)));
	return rowCount ?? 0;
}

/** How a user can sign in, for the page of the own sign-in. */
export type SignInWays = {
	readonly passkeys: readonly { readonly id: string; readonly name: string | null; readonly createdAt: Date | null }[];
	readonly hasSecondFactor: boolean;
	readonly hasPassword: boolean;
	/** Other browsers that are signed in now. */
	readonly otherSessions: number;
};

/** Reads the ways of a user; `token` is the session that asks. */
export async function findSignInWays(tx: SignInTx, userId: string, token: string, now: Date): Promise<SignInWays> {
	const { id, name, createdAt } = signInPasskey;
	const passkeys = await tx.db
		.select({ id, name, createdAt })
		.from(signInPasskey)
		.where(eq(signInPasskey.userId, userId))
		.orderBy(asc(createdAt));
	const secondFactors = await tx.db.$count(signInTwoFactor, and(eq(signInTwoFactor.userId, userId), eq(signInTwoFactor.verified, true)));
	const passwords = await tx.db.$count(signInAccount, and(eq(signInAccount.userId, userId), eq(signInAccount.providerId, 'credential')));
	const isOther = and(eq(signInSession.userId, userId), ne(signInSession.token, token), gt(signInSession.expiresAt, now));
	const otherSessions = await tx.db.$count(signInSession, isOther);
	return { passkeys, hasSecondFactor: secondFactors > 0, hasPassword: passwords > 0, otherSessions };
}

/** Unties an account of an identity provider from a user of another address: people get new addresses, and addresses new people. */
export async function removeAccountOfOther(tx: SignInTx, providerId: string, accountId: string, email: string): Promise<void> {
	const sameAddress = tx.db.select({ id: signInUser.id }).from(signInUser).where(eq(signInUser.email, email.toLowerCase()));
	await tx.db
		.delete(signInAccount)
		.where(
			and(eq(signInAccount.providerId, providerId), eq(signInAccount.accountId, accountId), notInArray(signInAccount.userId, sameAddress)),
		);
}

/** Whether an address has signed in by another user of the same provider: whoever has it there now need not be the same person. */
export async function hasOtherAccount(tx: SignInTx, providerId: string, accountId: string, email: string): Promise<boolean> {
	const rows = await tx.db
		.select({ id: signInAccount.id })
		.from(signInAccount)
		.innerJoin(signInUser, eq(signInUser.id, signInAccount.userId))
		.where(and(eq(signInAccount.providerId, providerId), ne(signInAccount.accountId, accountId), eq(signInUser.email, email.toLowerCase())))
		.limit(1);
	return rows.length > 0;
}

/** A link to sign in with that waits for an address: the sign-in keeps the address in what belongs to the proof. */
export function isLinkFor(email: string): SQL {
	// Other proofs hold other things, not always JSON, so the member is looked for as it is written.
	const member = `"email":${JSON.stringify(email.toLowerCase())}`;
	return sql`strpos(lower(${signInVerification.value}), ${member}) > 0`;
}

/** Forgets an address altogether: its sessions, passkeys, second factor and links that wait go with it. */
export async function removeUser(tx: SignInTx, email: string): Promise<void> {
	await tx.db.delete(signInVerification).where(isLinkFor(email));
	await tx.db.delete(signInUser).where(eq(signInUser.email, email.toLowerCase()));
}

/** Throws away sessions and proofs whose time is over. */
export async function removeExpired(tx: SignInTx, now: Date): Promise<void> {
	await tx.db.delete(signInSession).where(lt(signInSession.expiresAt, now));
	await tx.db.delete(signInVerification).where(lt(signInVerification.expiresAt, now));
}
