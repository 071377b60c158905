import type { ColumnMapping } from '#domain/followup/draft-initiative.ts';
import type { Context } from '../context.ts';
import type { ImportPreview } from './import-preview.ts';

export type PreviewImportInput = {
	readonly municipality: string;
	/** Year of the round the document reports. */
	readonly year: number;
	readonly fileName: string;
	readonly bytes: Uint8Array;
	readonly mapping?: readonly ColumnMapping[];
	readonly timeoutMs?: number;
};

/** Reads an uploaded document and compares it with the register; nothing but the upload itself is stored. */
export async function previewImport(context: Context, input: PreviewImportInput): Promise<ImportPreview> {
	throw new Error(`unfinished ${typeof context} ${input.fileName}`);
}
