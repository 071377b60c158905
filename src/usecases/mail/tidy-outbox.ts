import { listWordedMails } from '#storage/mails.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';
import type { Outbox } from './outbox.ts';

/**
 * Takes out of the outbox what the database has no words of any more, because it is too old or its reader was erased, and gives how
 * many mails it took. Run daily, after what is too old was emptied.
 */
export async function tidyOutbox(context: Context, { outbox }: { readonly outbox: Outbox }): Promise<number> {
	requireMayAnywhere(context, 'service.manage');
	let removed = 0;
	for (const { code } of await context.database.readPublic(listMunicipalityProfiles)) removed += await tidyOutboxOf(context, code, outbox);
	return removed;
}

/** The same for one municipality. */
export async function tidyOutboxOf({ database }: Pick<Context, 'database'>, code: string, outbox: Outbox): Promise<number> {
	const prefix = `${code}.`;
	const keys = await outbox.listKeys(prefix);
	if (keys.length === 0) return 0;
	const worded = new Set((await database.read(code, listWordedMails)).map((id) => prefix + id));
	const old = keys.filter((key) => !worded.has(key));
	for (const key of old) await outbox.remove(key);
	return old.length;
}
