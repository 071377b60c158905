import type { Context } from '../context.ts';

export type ApplyImportInput = {
	readonly municipality: string;
	readonly draftId: string;
	/** What happens to initiatives the document does not have: `keep` (default) leaves them, `remove` takes them out of the plan. */
	readonly missing?: 'keep' | 'remove';
	/** Used when the import creates the plan. */
	readonly plan?: { readonly title?: string; readonly periodStart?: number; readonly periodEnd?: number };
};

export type AppliedImport = {
	readonly importId: string;
	readonly planId: string;
	readonly year: number;
	readonly counts: ImportCounts;
};

export type ImportCounts = {
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	/** In the plan but not in the document; kept unless removal was chosen. */
	readonly missing: number;
	readonly removed: number;
};

/**
 * Stores an upload in one transaction. Throws conflict `import.changed-since-preview` when the register changed after
 * the preview was shown, and invalid `import.nothing-to-store` when the document gave no initiative.
 */
export async function applyImport(context: Context, input: ApplyImportInput): Promise<AppliedImport> {
	throw new Error(`unfinished ${typeof context} ${input.draftId}`);
}
