import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readImportPreview, type ImportPreview } from './import-preview.ts';

/** An upload again, compared with the register as it is now. Throws not-found `import.draft-unknown` when it expired. */
export async function viewImportDraft(
	context: Context,
	input: { readonly municipality: string; readonly draftId: string },
): Promise<ImportPreview> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	return context.database.read(code, (tx) => readImportPreview(tx, input.draftId, context.now()));
}
