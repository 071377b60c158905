import type { Context } from '../context.ts';
import type { ImportCounts } from './apply-import.ts';

export type ImportEntry = {
	readonly id: string;
	readonly fileName: string;
	readonly sha256: string;
	readonly year: number;
	readonly who: string;
	readonly at: Date;
	readonly counts: ImportCounts;
	readonly undone: { readonly at: Date; readonly who: string } | null;
	/** False when it is undone already or a later change depends on it. */
	readonly canUndo: boolean;
};

/** The imports of a municipality, newest first. */
export async function listImports(context: Context, input: { readonly municipality: string }): Promise<readonly ImportEntry[]> {
	throw new Error(`unfinished ${typeof context} ${input.municipality}`);
}
