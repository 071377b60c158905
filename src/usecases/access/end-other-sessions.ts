import { removeOtherSessions } from '#storage/sign-in-users.ts';
import type { Context } from '../context.ts';
import type { OpenSession } from './sign-in.ts';

/** Signs the user out in every browser but the one that asks. */
export async function endOtherSessions({ database }: Pick<Context, 'database'>, { userId, token }: OpenSession): Promise<void> {
	await database.signIn((tx) => removeOtherSessions(tx, userId, token));
}
