import type { Actor } from '#domain/access/policy.ts';
import type { Database } from '#storage/database.ts';

/** What every use case is given: who asks, the database, and the clock. */
export type Context = {
	readonly actor: Actor;
	readonly database: Database;
	readonly now: () => Date;
};
