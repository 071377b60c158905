import { removeOldMails as removeRows } from '#storage/mails.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';
import { readMailSettings } from './mail-settings.ts';

const day = 86_400_000;

/** Takes away what every municipality keeps no longer of its mails, and gives how many it touched. */
export async function removeOldMails(context: Context): Promise<number> {
	requireMayAnywhere(context, 'service.manage');
	const ago = (days: number) => new Date(context.now().getTime() - days * day);
	let touched = 0;
	for (const { code } of await context.database.readPublic(listMunicipalityProfiles)) {
		touched += await context.database.write(code, async (tx) => {
			const { settings } = await readMailSettings(tx);
			return removeRows(tx, ago(settings.keepTextDays), ago(settings.keepDays));
		});
	}
	return touched;
}
