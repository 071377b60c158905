import type { ColumnMapping } from '#domain/followup/draft-initiative.ts';
import type { Context } from '../context.ts';

/** Remembers for the municipality how tables with these headings are read. A later one for the same headings replaces it. */
export async function saveColumnMapping(
	context: Context,
	input: { readonly municipality: string; readonly mappings: readonly ColumnMapping[] },
): Promise<void> {
	throw new Error(`unfinished ${typeof context} ${input.municipality}`);
}
