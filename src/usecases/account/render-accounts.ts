import { listAccounts } from '#storage/accounts.ts';
import { renderAccountCsv, renderAccountJson } from '#reports/account-files.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

export type AccountFileFormat = 'csv' | 'json';

/** Every account of a municipality with all vintages, as open data. */
export async function renderAccounts(
	context: Context,
	{ municipality, format }: { readonly municipality: string; readonly format: AccountFileFormat },
): Promise<{ readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array; readonly isPublic: true }> {
	const { code } = await requireMay(context, 'data.export', municipality);
	const accounts = await context.database.read(code, listAccounts);
	return {
		fileName: `klimaregnskab-${code}.${format}`,
		contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
		bytes: format === 'csv' ? renderAccountCsv(accounts) : renderAccountJson(accounts),
		isPublic: true,
	};
}
