import { createHash, randomUUID } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import { signInRateLimit } from './schema/sign-in.ts';
import type { SignInTx } from './transactions.ts';

/**
 * Counts one more of something within a window of time and gives how many there have been. The count is one statement in the
 * database, so that replicas share it. What is counted is stored as a hash: it may be an address of a person or a machine.
 */
export async function countAttempt(tx: SignInTx, what: string, windowMs: number, now: Date): Promise<number> {
	const key = createHash('sha256').update(what).digest('hex');
	const at = now.getTime();
	const isOver = sql`${signInRateLimit.lastRequest} <= ${at - windowMs}`;
	const [row] = await tx.db
		.insert(signInRateLimit)
		// A conflict is met by the key alone: two that come at once would otherwise collide on the id, which nothing answers for.
		.values({ id: randomUUID(), key, count: 1, lastRequest: at })
		.onConflictDoUpdate({
			target: signInRateLimit.key,
			set: {
				count: sql`case when ${isOver} then 1 else ${signInRateLimit.count} + 1 end`,
				lastRequest: sql`case when ${isOver} then ${at} else ${signInRateLimit.lastRequest} end`,
			},
		})
		.returning({ count: signInRateLimit.count });
	return row?.count ?? 1;
}

/** Forgets what has been counted, after a success. */
export async function removeAttempts(tx: SignInTx, what: string): Promise<void> {
	await tx.db.delete(signInRateLimit).where(eq(signInRateLimit.key, createHash('sha256').update(what).digest('hex')));
}

/** Throws away counts of windows that ended long ago. */
export async function removeOldAttempts(tx: SignInTx, before: Date): Promise<void> {
	await tx.db.delete(signInRateLimit).where(lt(signInRateLimit.lastRequest, before.getTime()));
}
