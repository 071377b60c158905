import { listEngagements, removeUser } from '#storage/sign-in-users.ts';
import type { Context } from '../context.ts';

/**
 * Ends the sessions of an address and forgets how it signs in, when no municipality knows it any more. It is nobody here already, as
 * what a session is worth is asked of the persons at every request; and the daily job does this too, should it be interrupted.
 */
export async function forgetSignIn({ database }: Pick<Context, 'database'>, email: string | null): Promise<void> {
	if (email === null) return;
	await database.signIn(async (tx) => {
		if ((await listEngagements(tx, email)).length === 0) await removeUser(tx, email);
	});
}
