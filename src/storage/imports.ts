import { and, desc, eq, isNull } from 'drizzle-orm';
import { documentImport } from './schema/imports.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** How many initiatives an import found new, changed, unchanged and missing, and how many of the missing it took out. */
export type ImportCounts = {
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	/** In the plan but not in the document; kept unless removal was chosen. */
	readonly missing: number;
	readonly removed: number;
};

/** A document that was taken in. */
export type ImportRow = {
	readonly id: string;
	readonly planId: string;
	readonly year: number;
	readonly fileName: string;
	readonly sha256: string;
	readonly who: string;
	readonly at: Date;
	readonly counts: ImportCounts;
	readonly undone: { readonly at: Date; readonly who: string } | null;
};

/** The imports of the municipality, newest first. */
export async function listImportRows(tx: ReadTx): Promise<ImportRow[]> {
	const own = eq(documentImport.municipalityCode, tx.tenant);
	const rows = await tx.db.select().from(documentImport).where(own).orderBy(desc(documentImport.at), desc(documentImport.id));
	return rows.map(toImportRow);
}

/** One import; undefined when the municipality has none of that id. */
export async function findImport(tx: ReadTx, id: string): Promise<ImportRow | undefined> {
	const rows = await tx.db.select().from(documentImport).where(isImport(tx, id));
	return rows[0] && toImportRow(rows[0]);
}

/** Writes down that a document was taken in, under the id that its changes carry. */
export async function addImport(tx: WriteTx, { counts, undone: _, ...row }: ImportRow): Promise<void> {
	await tx.db.insert(documentImport).values({ ...row, ...counts, municipalityCode: tx.tenant });
}

/** Writes down that an import was undone. False when it was already. */
export async function saveImportUndone(tx: WriteTx, id: string, undone: { readonly at: Date; readonly who: string }): Promise<boolean> {
	const { rowCount } = await tx.db
		.update(documentImport)
		.set({ undoneAt: undone.at, undoneBy: undone.who })
		.where(and(isImport(tx, id), isNull(documentImport.undoneAt)));
	return rowCount === 1;
}

function isImport(tx: ReadTx, id: string) {
	return and(eq(documentImport.municipalityCode, tx.tenant), eq(documentImport.id, id));
}

function toImportRow(row: typeof documentImport.$inferSelect): ImportRow {
	const { id, planId, year, fileName, sha256, who, at, added, changed, unchanged, missing, removed, undoneAt, undoneBy } = row;
	const undone = undoneAt === null || undoneBy === null ? null : { at: undoneAt, who: undoneBy };
	return { id, planId, year, fileName, sha256, who, at, counts: { added, changed, unchanged, missing, removed }, undone };
}
