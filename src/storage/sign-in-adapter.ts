import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { drizzle, type NodePgClient } from 'drizzle-orm/node-postgres';
import { relations } from 'drizzle-orm/relations';
import type { QueryConfig } from 'pg';
import type { Database } from './database.ts';
import { signInAccount, signInPasskey, signInSession, signInTwoFactor, signInUser, signInVerification } from './schema/sign-in.ts';

// Who a session or an account belongs to is asked for with it, in one statement, because every request asks it of its session.
const sessionRelations = relations(signInSession, ({ one }) => ({
	user: one(signInUser, { fields: [signInSession.userId], references: [signInUser.id] }),
}));
const accountRelations = relations(signInAccount, ({ one }) => ({
	user: one(signInUser, { fields: [signInAccount.userId], references: [signInUser.id] }),
}));
const userRelations = relations(signInUser, ({ many }) => ({ accounts: many(signInAccount) }));
const joined = { session: signInSession, account: signInAccount, user: signInUser, sessionRelations, accountRelations, userRelations };

/**
 * Where Better Auth keeps its things. Every statement is a transaction of the sign-in's own, so that the policies of the tables
 * hold for it as for everybody else.
 */
export function openSignInAdapter(database: Database) {
	const query = (statement: QueryConfig, values: unknown[]) => database.signInStatement(statement, values);
	return drizzleAdapter(drizzle({ query } as unknown as NodePgClient, { schema: joined }), {
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
