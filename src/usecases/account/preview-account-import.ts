import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { makeAccountPreview, readAccountGround, type AccountFile, type AccountPreview } from './account-import-preview.ts';

/** What taking in a file of accounts would do, with every problem in it; nothing is stored. Throws what `makeAccountPreview` does. */
export async function previewAccountImport(
	context: Context,
	{ municipality, ...file }: AccountFile & { readonly municipality: string },
): Promise<AccountPreview> {
	const { code } = await requireMay(context, 'plan.import', municipality);
	return makeAccountPreview(file, await context.database.read(code, readAccountGround));
}
