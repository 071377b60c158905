import { and, eq, inArray } from 'drizzle-orm';
import type { ColumnMapping } from '#domain/followup/draft-initiative.ts';
import { columnMappingSchema } from './json-schemas.ts';
import { columnMapping } from './schema/imports.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** The headings of a table in their order, in small letters and without doubled spaces: tables with the same are read the same way. */
export function getSignature(mapping: ColumnMapping): string {
	return mapping.columns.map(({ heading }) => heading.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da')).join(' | ');
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

/** Remembers how tables with these headings are read, in place of what was remembered for the same headings. */
export async function saveColumnMapping(
	tx: WriteTx,
	mapping: ColumnMapping,
	by: { readonly who: string; readonly at: Date },
): Promise<void> {
	const row = { ...by, municipalityCode: tx.tenant, signature: getSignature(mapping), mapping };
	await tx.db
		.insert(columnMapping)
		.values(row)
		.onConflictDoUpdate({ target: [columnMapping.municipalityCode, columnMapping.signature], set: { ...by, mapping } });
}
