import type { BetterAuthOptions, DBAdapter } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { eq, getTableColumns } from 'drizzle-orm';
import { drizzle, type NodePgClient } from 'drizzle-orm/node-postgres';
import { relations } from 'drizzle-orm/relations';
import type { QueryConfig } from 'pg';
import type { Database } from './database.ts';
import { signInAccount, signInPasskey, signInSession, signInTwoFactor, signInUser, signInVerification } from './schema/sign-in.ts';
import type { Statement } from './statements.ts';

// Who a session or an account belongs to is asked for with it, in one statement.
const sessionRelations = relations(signInSession, ({ one }) => ({
	user: one(signInUser, { fields: [signInSession.userId], references: [signInUser.id] }),
}));
const accountRelations = relations(signInAccount, ({ one }) => ({
	user: one(signInUser, { fields: [signInAccount.userId], references: [signInUser.id] }),
}));
const userRelations = relations(signInUser, ({ many }) => ({ accounts: many(signInAccount) }));
const joined = { session: signInSession, account: signInAccount, user: signInUser, sessionRelations, accountRelations, userRelations };

/** Who a session belongs to, with it: what every request of somebody signed in asks first. */
const openSession: Statement<{ token: string }, { session: typeof signInSession.$inferSelect; user: typeof signInUser.$inferSelect }[]> = {
	name: 'session',
	build: (db, value) =>
		db
			.select({ session: getTableColumns(signInSession), user: getTableColumns(signInUser) })
			.from(signInSession)
			.innerJoin(signInUser, eq(signInUser.id, signInSession.userId))
			.where(eq(signInSession.token, value('token'))),
};

/**
 * Where Better Auth keeps its things. Every statement is a transaction of the sign-in's own, so that the policies of the tables
 * hold for it as for everybody else.
 */
export function openSignInAdapter(database: Database) {
	const query = (statement: QueryConfig, values: unknown[]) => database.signInAtOnce(({ client }) => client.query(statement, values));
	const open = drizzleAdapter(drizzle({ query } as unknown as NodePgClient, { schema: joined }), {
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
	return (options: BetterAuthOptions): DBAdapter => {
		const adapter = open(options);
		return {
			...adapter,
			// The adapter makes the text of the question anew each time, which costs more than all else a request asks of its session.
			findOne: async <Found>(asked: Parameters<DBAdapter['findOne']>[0]) => {
				const token = findToken(asked);
				if (token === undefined) return adapter.findOne<Found>(asked);
				const [found] = await database.signInAtOnce((tx) => tx.ask(openSession, { token }));
				return found ? ({ ...found.session, user: found.user } as Found) : null;
			},
		};
	};
}

/** The token of the session that is asked for with its user; undefined for all other questions. */
function findToken({ model, where, join, select }: Parameters<DBAdapter['findOne']>[0]): string | undefined {
	const [only, ...more] = where;
	const isPlain = only?.field === 'token' && (only.operator ?? 'eq') === 'eq' && more.length === 0;
	return model === 'session' && isPlain && join?.['user'] === true && !select && typeof only.value === 'string' ? only.value : undefined;
}
