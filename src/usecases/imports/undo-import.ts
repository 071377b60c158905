import type { Context } from '../context.ts';

/**
 * Puts everything back as it was before the import. Throws conflict `import.changed-later` (details: number of later
 * changes) when something it touched was changed afterwards, `import.already-undone`, not-found `import.unknown`.
 */
export async function undoImport(context: Context, input: { readonly municipality: string; readonly importId: string }): Promise<void> {
	throw new Error(`unfinished ${typeof context} ${input.importId}`);
}
