import { countAttempt, removeAttempts } from '#storage/sign-in-limits.ts';
import type { Context } from '../context.ts';

const minute = 60_000;

/**
 * How often something may be tried within a time. By address of the person where one is named: that stops guessing at one. By
 * address of the machine, wide enough for a town hall behind one: that stops trying many.
 */
export const limits = {
	'link for address': { most: 5, windowMs: 15 * minute },
	'link for machine': { most: 60, windowMs: 15 * minute },
	'sign-in for machine': { most: 120, windowMs: 15 * minute },
	'password for address': { most: 10, windowMs: 15 * minute },
	'code for user': { most: 10, windowMs: 15 * minute },
} as const;
export type Limit = keyof typeof limits;

/** Counts a try and tells whether it is within the limit. Replicas count together, in the database. */
export async function isWithinLimit({ database, now }: Pick<Context, 'database' | 'now'>, limit: Limit, whose: string): Promise<boolean> {
	const { most, windowMs } = limits[limit];
	return (await database.signIn((tx) => countAttempt(tx, `${limit}: ${whose.toLowerCase()}`, windowMs, now()))) <= most;
}

/** Starts counting afresh, after a success. */
export async function forgetTries({ database }: Pick<Context, 'database'>, limit: Limit, whose: string): Promise<void> {
	await database.signIn((tx) => removeAttempts(tx, `${limit}: ${whose.toLowerCase()}`));
}
