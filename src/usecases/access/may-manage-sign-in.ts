import { findSignInWays } from '#storage/sign-in-users.ts';
import type { Context } from '../context.ts';
import type { OpenSession } from './sign-in.ts';

/**
 * Whether who is signed in may add and take away ways of signing in. Not by an answer link, and not through an identity provider,
 * which vouches for some municipalities only while a passkey is good for all. Who has a second factor must have given it: a mailbox
 * that somebody else reads is not enough to make another.
 */
export async function mayManageSignIn({ database, now }: Pick<Context, 'database' | 'now'>, open: OpenSession | null): Promise<boolean> {
	if (!open || open.session.answersFor || open.session.method === 'oidc') return false;
	if (open.session.hasSecondFactor) return true;
	const { passkeys, hasSecondFactor } = await database.signIn((tx) => findSignInWays(tx, open.userId, open.token, now()));
	return passkeys.length === 0 && !hasSecondFactor;
}
