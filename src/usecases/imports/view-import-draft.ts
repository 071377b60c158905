import type { Context } from '../context.ts';
import type { ImportPreview } from './import-preview.ts';

/** An upload again, compared with the register as it is now. Throws not-found `import.draft-unknown` when it expired. */
export async function viewImportDraft(
	context: Context,
	input: { readonly municipality: string; readonly draftId: string },
): Promise<ImportPreview> {
	throw new Error(`unfinished ${typeof context} ${input.draftId}`);
}
