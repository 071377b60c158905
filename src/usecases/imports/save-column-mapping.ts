import type { ColumnMapping } from '#domain/followup/draft-initiative.ts';
import { saveColumnMapping as saveMapping } from '#storage/column-mappings.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/** Remembers for the municipality how tables with these headings are read. A later one for the same headings replaces it. */
export async function saveColumnMapping(
	context: Context,
	input: { readonly municipality: string; readonly mappings: readonly ColumnMapping[] },
): Promise<void> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	const by = { who: context.actor.id, at: context.now() };
	await context.database.write(code, async (tx) => {
		for (const mapping of input.mappings) await saveMapping(tx, mapping, by);
	});
}
