import { inArray, or } from 'drizzle-orm';
import { signInAccount, signInPasskey, signInSession, signInTwoFactor, signInUser, signInVerification } from './schema/sign-in.ts';
import { isLinkFor } from './sign-in-users.ts';
import type { SignInTx } from './transactions.ts';

/** What the installation keeps of how somebody with these addresses signs in, by table; secrets, tokens and keys left out. */
export async function listSignInData(
	tx: SignInTx,
	emails: readonly string[],
): Promise<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
	const addresses = emails.map((email) => email.toLowerCase());
	const { id, name, emailVerified, twoFactorEnabled, createdAt, updatedAt } = signInUser;
	const users = await tx.db
		.select({ id, name, email: signInUser.email, emailVerified, twoFactorEnabled, createdAt, updatedAt })
		.from(signInUser)
		.where(inArray(signInUser.email, addresses));
	const ids = users.map((user) => user.id);
	const session = signInSession;
	const sessions = { at: session.createdAt, expiresAt: session.expiresAt, method: session.method, ipAddress: session.ipAddress };
	const account = { providerId: signInAccount.providerId, accountId: signInAccount.accountId, createdAt: signInAccount.createdAt };
	const passkey = { name: signInPasskey.name, createdAt: signInPasskey.createdAt, deviceType: signInPasskey.deviceType };
	return {
		sign_in_user: users,
		sign_in_session: await tx.db
			.select({ ...sessions, userAgent: session.userAgent, scope: session.scope, claims: session.claims })
			.from(session)
			.where(inArray(session.userId, ids)),
		sign_in_account: await tx.db.select(account).from(signInAccount).where(inArray(signInAccount.userId, ids)),
		sign_in_passkey: await tx.db.select(passkey).from(signInPasskey).where(inArray(signInPasskey.userId, ids)),
		sign_in_two_factor: await tx.db
			.select({ verified: signInTwoFactor.verified })
			.from(signInTwoFactor)
			.where(inArray(signInTwoFactor.userId, ids)),
		sign_in_verification: await tx.db
			.select({ createdAt: signInVerification.createdAt, expiresAt: signInVerification.expiresAt })
			.from(signInVerification)
			.where(or(...addresses.map(isLinkFor))),
	};
}
