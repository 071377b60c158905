import type { StatusRound } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { countLaterChanges, listChangesOfImport } from '#storage/changes.ts';
import { listImportRows, type ImportCounts, type ImportRow } from '#storage/imports.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { readPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { findUndoObstacle } from './import-rounds.ts';

export type ImportEntry = {
	readonly id: string;
	readonly fileName: string;
	readonly sha256: string;
	readonly year: number;
	readonly who: string;
	readonly at: Date;
	readonly counts: ImportCounts;
	readonly undone: { readonly at: Date; readonly who: string } | null;
	/** False when it is undone already or a later change or a round builds on it. */
	readonly canUndo: boolean;
};

/** The page of imports: what was taken in, newest first, and the rounds there are. */
export type ImportsView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	/** Newest first. */
	readonly rounds: readonly StatusRound[];
	readonly imports: readonly ImportEntry[];
};

/** The imports of a municipality and what may be undone. */
export async function listImports(context: Context, input: { readonly municipality: string }): Promise<ImportsView> {
	const { code } = await requireMay(context, 'plan.import', input.municipality);
	return context.database.read(code, async (tx) => {
		const { municipality, stored } = await readPlanRecord(tx, { publicOnly: false });
		const imports: ImportEntry[] = [];
		for (const found of await listImportRows(tx)) {
			const { planId: _, ...row } = found;
			imports.push({ ...row, canUndo: await canUndo(tx, found) });
		}
		return { municipality, hasPlan: stored !== null, rounds: stored?.rounds.map(({ round }) => round) ?? [], imports };
	});
}

async function canUndo(tx: ReadTx, found: ImportRow): Promise<boolean> {
	if (found.undone !== null || (await countLaterChanges(tx, found.id)) > 0) return false;
	return (await findUndoObstacle(tx, found, await listChangesOfImport(tx, found.id))) === undefined;
}
