import type { Writable } from 'node:stream';
import { writeBackup } from '#storage/backup/write-backup.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

export type BackUpInput = {
	/** Connection of the owner of the tables. Secret. */
	readonly url: string;
	/** Where the archive goes; ended when it is whole. */
	readonly out: Writable;
	/** What sessions are signed and second factors are encrypted with; null where it is not known here. Secret. */
	readonly secret: string | null;
	/** Version of the program. */
	readonly program: string;
	readonly signal?: AbortSignal;
};

/** What a backup holds. */
export type BackedUp = { readonly takenAt: string; readonly tables: number; readonly rows: number; readonly municipalities: number };

/** Writes everything the installation has, of every municipality and of the sign-in, as it is in one moment. It holds secrets. */
export async function backUpInstallation(context: Context, input: BackUpInput): Promise<BackedUp> {
	requireMayAnywhere(context, 'service.manage');
	const { takenAt, tables, municipalities } = await writeBackup({ ...input, at: context.now() });
	return {
		takenAt,
		tables: tables.length,
		rows: tables.reduce((sum, { rows }) => sum + rows, 0),
		municipalities: municipalities.length,
	};
}
