import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listAccountImports, listAccounts } from '#storage/accounts.ts';
import type { Context } from '../context.ts';
import { getPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';

/** A file that accounts were taken in from, with what of it is here. */
export type ListedAccountImport = {
	readonly id: string;
	readonly fileName: string;
	readonly at: Date;
	readonly undoneAt: Date | null;
	readonly years: readonly number[];
	readonly release: string | null;
};
export type AccountImportList = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	/** Newest first. */
	readonly imports: readonly ListedAccountImport[];
};

/** The files that the municipality's accounts were taken in from. */
export async function listImportedAccounts(context: Context, input: { readonly municipality: string }): Promise<AccountImportList> {
	const at = await requireMay(context, 'plan.import', input.municipality);
	const { municipality, stored } = await getPlanRecord(context, at);
	const { imports, accounts } = await context.database.read(at.code, async (tx) => ({
		imports: await listAccountImports(tx),
		accounts: await listAccounts(tx),
	}));
	const listed = imports.map(({ id, fileName, at, undoneAt }): ListedAccountImport => {
		const own = accounts.filter(({ importId }) => importId === id);
		return { id, fileName, at, undoneAt, years: own.map(({ year }) => year), release: own[0]?.release ?? null };
	});
	return { municipality, hasPlan: stored !== null, imports: listed.reverse() };
}
