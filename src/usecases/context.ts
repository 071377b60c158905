import type { Actor } from '#domain/access/policy.ts';
import type { Database } from '#storage/database.ts';

/** What every use case is given: who asks, the database, the site's public address, and the clock. */
export type Context = {
	readonly actor: Actor;
	readonly database: Database;
	/** What links in mails and feeds begin with, without a slash at its end: `https://klima.example.org`. */
	readonly address: string;
	readonly now: () => Date;
	/** The municipality the request is about, where who asks was found by it: its code and how the request writes it. */
	readonly tenant?: { readonly code: string; readonly name: string };
};
