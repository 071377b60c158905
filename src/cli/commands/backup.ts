import { m } from '#text/paraglide/messages.js';
import { backUpInstallation } from '#usecases/operation/back-up-installation.ts';
import { readConfig } from '#wiring/config.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import { findSecret } from '#wiring/sign-in-config.ts';
import type { Terminal } from '../terminal.ts';
import { asItIs, withDatabase } from '../with-database.ts';
import { writeSecretFile } from '../write-file.ts';

/** Writes everything the installation has to one file. Other work may go on meanwhile. */
export async function backup(terminal: Terminal, options: { file: string; program: string }): Promise<void> {
	const { file, program } = options;
	const { signal, locale } = terminal;
	const secret = findSecret(readConfig(terminal.environment, projectFolder));
	const done = await withDatabase(
		terminal,
		(context, url) => writeSecretFile(terminal, file, (out) => backUpInstallation(context, { url, out, secret, program, signal })),
		asItIs,
	);
	terminal.say(m.trust_backup_done({ file, ...done }, { locale }));
	terminal.say(m.trust_backup_secret({}, { locale }));
	if (secret === null) terminal.say(m.trust_backup_no_key({}, { locale }));
}
