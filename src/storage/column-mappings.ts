import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ColumnMapping } from '#domain/followup/draft-initiative.ts';
import { columnMappingSchema } from './json-schemas.ts';
import { columnMapping } from './schema/imports.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/**
 * A fingerprint of a table's headings in their order, in small letters and without doubled spaces: tables with the same are read the
 * same way. SHA-256 in hex, since headings may be longer than an index can hold.
 */
function getSignature(mapping: ColumnMapping): string {
	const headings = mapping.columns.map(({ heading }) => heading.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('da'));
	return createHash('sha256').update(JSON.stringify(headings)).digest('hex');
}

/** The remembered columns for tables with the same headings, with the sheet names asked with; unknown ones are left out. */
export async function listColumnMappings(tx: ReadTx, like: readonly ColumnMapping[]): Promise<ColumnMapping[]> {
	const signatures = like.map(getSignature);
	if (signatures.length === 0) return [];
	const rows = await tx.db
		.select({ signature: columnMapping.signature, mapping: columnMapping.mapping })
		.from(columnMapping)
		.where(and(eq(columnMapping.municipalityCode, tx.tenant), inArray(columnMapping.signature, signatures)));
	const known = new Map(rows.map((row) => [row.signature, columnMappingSchema.parse(row.mapping)]));
	return like.flatMap((one) => {
		const remembered = known.get(getSignature(one));
		return remembered ? [{ sheet: one.sheet, columns: remembered.columns }] : [];
	});
}

/** Remembers how tables with these headings are read, in place of what was remembered for the same headings; of two, the last counts. */
export async function saveColumnMappings(
	tx: WriteTx,
	mappings: readonly ColumnMapping[],
	by: { readonly who: string; readonly at: Date },
): Promise<void> {
	const bySignature = new Map(mappings.map((mapping) => [getSignature(mapping), mapping]));
	const rows = [...bySignature].map(([signature, mapping]) => ({ ...by, municipalityCode: tx.tenant, signature, mapping }));
	if (rows.length === 0) return;
	// In one order, so that two who remember the same tables at once do not wait for each other.
	rows.sort((one, other) => (one.signature < other.signature ? -1 : 1));
	await tx.db
		.insert(columnMapping)
		.values(rows)
		.onConflictDoUpdate({
			target: [columnMapping.municipalityCode, columnMapping.signature],
			set: { who: sql`excluded.who`, at: sql`excluded.at`, mapping: sql`excluded.mapping` },
		});
}
