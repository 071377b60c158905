import type { NodePgClient, NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Ask, SelectOnly } from './statements.ts';

declare const reading: unique symbol;
declare const writing: unique symbol;
declare const drafting: unique symbol;
declare const publicReading: unique symbol;
declare const signingIn: unique symbol;

/** The right to read one municipality's rows. A function that takes it cannot be handed to write. */
export type ReadTx = { readonly tenant: string; readonly db: SelectOnly; readonly ask: Ask<SelectOnly>; readonly [reading]: true };

/**
 * The right to save what is being typed: rows that carry a version of their own and move nothing that others see. Those who type do
 * not wait for each other, only for those who have the right to write.
 */
export type DraftTx = ReadTx & { readonly db: NodePgDatabase; readonly ask: Ask<NodePgDatabase>; readonly [drafting]: true };

/** The right to read and write one municipality's rows, alone: writers of the same municipality wait for each other. */
export type WriteTx = DraftTx & { readonly db: NodePgDatabase; readonly [writing]: true };

/** The right to read published rows of every municipality. It sees nothing else, by the database's own policies. */
export type PublicTx = { readonly db: SelectOnly; readonly [publicReading]: true };

/** The right to the sign-in's own tables, and to read who may sign in across municipalities. */
export type SignInTx = {
	readonly db: NodePgDatabase;
	readonly client: Pick<NodePgClient, 'query'>;
	readonly ask: Ask<NodePgDatabase>;
	readonly [signingIn]: true;
};
