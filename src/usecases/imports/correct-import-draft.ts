import type { ColumnMapping } from '#domain/followup/draft-initiative.ts';
import type { Context } from '../context.ts';
import type { ImportPreview, ValueCorrection } from './import-preview.ts';

export type CorrectImportDraftInput = {
	readonly municipality: string;
	readonly draftId: string;
	/** Replaces the column mapping and reads the stored document again. */
	readonly mapping?: readonly ColumnMapping[];
	/** Added to earlier corrections; the newest for a number and field counts. */
	readonly values?: readonly ValueCorrection[];
};

/** Applies a person's corrections to an upload and compares again. Throws invalid `import.value-unreadable` with field and text. */
export async function correctImportDraft(context: Context, input: CorrectImportDraftInput): Promise<ImportPreview> {
	throw new Error(`unfinished ${typeof context} ${input.draftId}`);
}
