import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { drizzle, type NodePgClient } from 'drizzle-orm/node-postgres';
import type { QueryConfig } from 'pg';
import type { Database } from './database.ts';
import { signInAccount, signInPasskey, signInSession, signInTwoFactor, signInUser, signInVerification } from './schema/sign-in.ts';

/**
 * Where Better Auth keeps its things. Every statement is a transaction of the sign-in's own, so that the policies of the tables
 * hold for it as for everybody else.
 */
export function openSignInAdapter(database: Database) {
	const query = (statement: QueryConfig, values: unknown[]) => database.signIn((tx) => tx.client.query(statement, values));
	return drizzleAdapter(drizzle({ query } as unknown as NodePgClient), {
		provider: 'pg',
		schema: {
			user: signInUser,
			session: signInSession,
			account: signInAccount,
			verification: signInVerification,
			twoFactor: signInTwoFactor,
			passkey: signInPasskey,
		},
	});
}
