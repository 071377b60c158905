import { removeImportDraft } from '#storage/import-drafts.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/** Throws away an upload that nobody will confirm, with its document. One that is gone already is no error. */
export async function removeUpload(context: Context, input: { readonly municipality: string; readonly draftId: string }): Promise<void> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	await context.database.write(code, (tx) => removeImportDraft(tx, input.draftId));
}
