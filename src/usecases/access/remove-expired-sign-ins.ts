import { removeOldAttempts } from '#storage/sign-in-limits.ts';
import { removeExpired } from '#storage/sign-in-users.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

const day = 86_400_000;

/** Throws away sessions, proofs and counts whose time is over. */
export async function removeExpiredSignIns(context: Context): Promise<void> {
	requireMayAnywhere(context, 'service.manage');
	const now = context.now();
	await context.database.signIn(async (tx) => {
		await removeExpired(tx, now);
		await removeOldAttempts(tx, new Date(now.getTime() - day));
	});
}
