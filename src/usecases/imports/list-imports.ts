import { countLaterChanges } from '#storage/changes.ts';
import { listImportRows, type ImportCounts } from '#storage/imports.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

export type ImportEntry = {
	readonly id: string;
	readonly fileName: string;
	readonly sha256: string;
	readonly year: number;
	readonly who: string;
	readonly at: Date;
	readonly counts: ImportCounts;
	readonly undone: { readonly at: Date; readonly who: string } | null;
	/** False when it is undone already or a later change builds on it. */
	readonly canUndo: boolean;
};

/** The imports of a municipality, newest first. */
export async function listImports(context: Context, input: { readonly municipality: string }): Promise<readonly ImportEntry[]> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	return context.database.read(code, async (tx) => {
		const entries: ImportEntry[] = [];
		for (const { planId: _, ...row } of await listImportRows(tx)) {
			entries.push({ ...row, canUndo: row.undone === null && (await countLaterChanges(tx, row.id)) === 0 });
		}
		return entries;
	});
}
