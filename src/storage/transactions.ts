import type { NodePgClient, NodePgDatabase } from 'drizzle-orm/node-postgres';

declare const reading: unique symbol;
declare const writing: unique symbol;
declare const publicReading: unique symbol;
declare const signingIn: unique symbol;

type SelectOnly = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | '$count'>;

/** The right to read one municipality's rows. A function that takes it cannot be handed to write. */
export type ReadTx = { readonly tenant: string; readonly db: SelectOnly; readonly [reading]: true };

/** The right to read and write one municipality's rows, alone: writers of the same municipality wait for each other. */
export type WriteTx = ReadTx & { readonly db: NodePgDatabase; readonly [writing]: true };

/** The right to read published rows of every municipality. It sees nothing else, by the database's own policies. */
export type PublicTx = { readonly db: SelectOnly; readonly [publicReading]: true };

/** The right to the sign-in's own tables, and to read who may sign in across municipalities. */
export type SignInTx = { readonly db: NodePgDatabase; readonly client: Pick<NodePgClient, 'query'>; readonly [signingIn]: true };
