import { restoreBackup, type Restored, type RestoreOptions } from '#storage/backup/restore-backup.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

/** Puts a backup back into an empty database: all of it, or nothing. @throws DomainError `backup.…` */
export async function restoreInstallation(context: Context, options: RestoreOptions): Promise<Restored> {
	requireMayAnywhere(context, 'service.manage');
	return restoreBackup(options);
}
