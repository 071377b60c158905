import { removeExpiredDrafts } from '#storage/import-drafts.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

/**
 * Throws away every municipality's expired uploads. The next upload there does it too, but where none comes a forgotten document,
 * which may name people, would stay.
 */
export async function removeExpiredUploads(context: Context): Promise<void> {
	requireMayAnywhere(context, 'service.manage');
	const now = context.now();
	for (const { code } of await context.database.readPublic(listMunicipalityProfiles)) {
		await context.database.write(code, (tx) => removeExpiredDrafts(tx, now));
	}
}
