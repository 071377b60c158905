import { DomainError } from '#domain/shared/domain-error.ts';
import { listAccounts, markImportUndone, removeAccounts } from '#storage/accounts.ts';
import { appendChanges } from '#storage/changes.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/**
 * Takes every account of an import away again; the history and the import's own row keep that it was here.
 * @throws DomainError not-found `account-import.unknown`, also when it was undone before; conflict `account-import.used`
 */
export async function undoAccountImport(
	context: Context,
	{ municipality, importId }: { readonly municipality: string; readonly importId: string },
): Promise<void> {
	const { code } = await requireMay(context, 'import.undo', municipality);
	if (!/^[0-9a-f-]{36}$/.test(importId)) throw new DomainError('not-found', 'account-import.unknown');
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		if (!(await markImportUndone(tx, importId, { who, at }))) throw new DomainError('not-found', 'account-import.unknown');
		const own = (await listAccounts(tx)).filter((account) => account.importId === importId);
		const ids = own.map(({ id }) => id);
		await removeAccounts(tx, ids);
		const occasion = { who, at, reason: 'import undone', note: null, importId } as const;
		const changes = own.map(({ id, kind, year, release, source, rows }) => {
			const before = { kind, release, source, rows: rows.length };
			return { entity: 'account', action: 'removed', planId: null, entityId: id, year, before, after: null } as const;
		});
		await appendChanges(tx, occasion, changes);
	});
}
