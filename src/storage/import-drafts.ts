import { and, desc, eq, gt, lte, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import type { ColumnMapping, ReadResult } from '#domain/followup/draft-initiative.ts';
import { columnMappingSchema, readResultSchema, valueCorrectionSchema, type ValueCorrection } from './json-schemas.ts';
import { importDraft } from './schema/imports.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { DomainError } from '#domain/shared/domain-error.ts';

/** An upload between preview and confirmation. */
export type ImportDraft = {
	readonly year: number;
	readonly fileName: string;
	readonly sha256: string;
	/** Columns as a person or the municipality's memory put them; null when the reader chose. */
	readonly mapping: readonly ColumnMapping[] | null;
	readonly result: ReadResult;
	readonly corrections: readonly ValueCorrection[];
	/** Fingerprint of what the preview was compared with, when the upload was last read or corrected. */
	readonly basis: string;
	readonly who: string;
	readonly at: Date;
	readonly expiresAt: Date;
};
export type ImportDraftRow = ImportDraft & { readonly id: string; readonly version: number };

/** Uploads one person has at once in a municipality, each with its whole document: more are a mistake or an attack. */
const mostDrafts = 20;

/**
 * Keeps an upload and gives its id. Throws away the municipality's expired ones, and where the same person has too many, the
 * oldest: those nobody has corrected before those that hold somebody's work. Another person's are never touched.
 */
export async function addImportDraft(tx: WriteTx, draft: ImportDraft, bytes: Uint8Array): Promise<string> {
	await removeExpiredDrafts(tx, draft.at);
	const own = and(eq(importDraft.municipalityCode, tx.tenant), eq(importDraft.who, draft.who));
	const kept = tx.db
		.select({ id: importDraft.id })
		.from(importDraft)
		.where(own)
		.orderBy(desc(gt(importDraft.version, 1)), desc(importDraft.at), desc(importDraft.id))
		.limit(mostDrafts - 1);
	await tx.db.delete(importDraft).where(and(own, notInArray(importDraft.id, kept)));
	const rows = await tx.db
		.insert(importDraft)
		.values({ ...draft, municipalityCode: tx.tenant, bytes: Buffer.from(bytes) })
		.returning({ id: importDraft.id });
	return String(rows[0]?.id);
}

/** Throws the municipality's expired uploads away. */
export async function removeExpiredDrafts(tx: WriteTx, now: Date): Promise<void> {
	await tx.db.delete(importDraft).where(and(eq(importDraft.municipalityCode, tx.tenant), lte(importDraft.expiresAt, now)));
}

/** An upload that has not expired; undefined for any other id. */
export async function findImportDraft(tx: ReadTx, id: string, now: Date): Promise<ImportDraftRow | undefined> {
	if (!z.uuid().safeParse(id).success) return undefined;
	const { version, year, fileName, sha256, mapping, result, corrections, basis, who, at, expiresAt } = importDraft;
	const columns = { id: importDraft.id, version, year, fileName, sha256, mapping, result, corrections, basis, who, at, expiresAt };
	const [row] = await tx.db
		.select(columns)
		.from(importDraft)
		.where(and(isDraft(tx, id), gt(importDraft.expiresAt, now)));
	return (
		row && {
			...row,
			mapping: z.array(columnMappingSchema).nullable().parse(row.mapping),
			result: readResultSchema.parse(row.result),
			corrections: z.array(valueCorrectionSchema).parse(row.corrections),
		}
	);
}

/** The uploaded file itself. */
export async function findImportDraftBytes(tx: ReadTx, id: string): Promise<Uint8Array | undefined> {
	const rows = await tx.db.select({ bytes: importDraft.bytes }).from(importDraft).where(isDraft(tx, id));
	return rows[0]?.bytes;
}

/** Keeps what a person corrected. Throws conflict `import.draft-changed-meanwhile` when its version is another. */
export async function saveImportDraft(
	tx: WriteTx,
	key: { readonly id: string; readonly version: number },
	change: Pick<ImportDraft, 'mapping' | 'result' | 'corrections' | 'basis'>,
): Promise<void> {
	const { rowCount } = await tx.db
		.update(importDraft)
		.set({ ...change, version: key.version + 1 })
		.where(and(isDraft(tx, key.id), eq(importDraft.version, key.version)));
	if (rowCount !== 1) throw new DomainError('conflict', 'import.draft-changed-meanwhile');
}

/** Throws an upload away. */
export async function removeImportDraft(tx: WriteTx, id: string): Promise<void> {
	await tx.db.delete(importDraft).where(isDraft(tx, id));
}

function isDraft(tx: ReadTx, id: string) {
	return and(eq(importDraft.municipalityCode, tx.tenant), eq(importDraft.id, id));
}
