import { m } from '#text/paraglide/messages.js';
import { backUpInstallation } from '#usecases/operation/back-up-installation.ts';
import type { Terminal } from '../terminal.ts';
import { asItIs, withDatabase } from '../with-database.ts';
import { writeSecretFile } from '../write-file.ts';

/** Writes everything the installation has to one file. Other work may go on meanwhile. */
export async function backup(terminal: Terminal, options: { file: string; program: string }): Promise<void> {
	const { file, program } = options;
	const { signal, locale } = terminal;
	const done = await withDatabase(
		terminal,
		(context, url) => writeSecretFile(terminal, file, (out) => backUpInstallation(context, { url, out, program, signal })),
		asItIs,
	);
	terminal.say(m.trust_backup_done({ file, ...done }, { locale }));
	terminal.say(m.trust_backup_secret({}, { locale }));
}
