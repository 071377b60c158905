import { DomainError } from '#domain/shared/domain-error.ts';
import { addAccount, addAccountImport } from '#storage/accounts.ts';
import { appendChanges } from '#storage/changes.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { makeAccountPreview, readAccountGround, type AccountFile } from './account-import-preview.ts';

export type AppliedAccountImport = { readonly importId: string; readonly years: readonly number[]; readonly rows: number };

/**
 * Stores all accounts of a file in one transaction, or with any error none of them.
 * @throws DomainError invalid `account-import.has-errors` and what reading throws; conflict `account.vintage-exists`
 */
export async function applyAccountImport(
	context: Context,
	{ municipality, ...file }: AccountFile & { readonly municipality: string },
): Promise<AppliedAccountImport> {
	const { code } = await requireMay(context, 'plan.import', municipality);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const { years, isStorable, sha256 } = await makeAccountPreview(file, await readAccountGround(tx));
		if (years.some(({ exists }) => exists)) throw new DomainError('conflict', 'account.vintage-exists');
		if (!isStorable) throw new DomainError('invalid', 'account-import.has-errors');
		const importId = await addAccountImport(tx, { fileName: file.fileName, sha256, who, at });
		for (const { account, sum } of years) {
			const id = await addAccount(tx, account, { who, at, importId });
			const { kind, year, release, source } = account;
			const after = { kind, release, source, tonnes: sum.total.tonnes, rows: account.rows.length };
			await appendChanges(tx, { who, at, reason: 'import', note: null, importId }, [
				{ entity: 'account', action: 'added', planId: null, entityId: id, year, before: null, after },
			]);
		}
		return {
			importId,
			years: years.map(({ account }) => account.year),
			rows: years.reduce((sum, { account }) => sum + account.rows.length, 0),
		};
	});
}
