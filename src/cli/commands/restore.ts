import { resolve } from 'node:path';
import { m } from '#text/paraglide/messages.js';
import { restoreInstallation } from '#usecases/operation/restore-installation.ts';
import { verifyInstallation } from '#usecases/operation/verify-installation.ts';
import { readConfig } from '#wiring/config.ts';
import { migrateDatabase } from '#wiring/prepare-database.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import { keepSecret } from '#wiring/sign-in-config.ts';
import type { Terminal } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

/** Puts a backup back into an empty database, all of it or nothing, and tells whether its logs and reports are whole. */
export async function restore(terminal: Terminal, options: { file: string }): Promise<boolean> {
	const { signal, locale } = terminal;
	const file = resolve(terminal.folder, options.file);
	const { restored, breaches } = await withDatabase(
		terminal,
		async (context, url) => ({
			restored: await restoreInstallation(context, { url, file, signal }),
			breaches: (await verifyInstallation(context)).breaches.length,
		}),
		migrateDatabase,
	);
	terminal.say(m.trust_restore_done({ ...restored }, { locale }));
	const config = readConfig(terminal.environment, projectFolder);
	if (restored.secret === null) terminal.say(m.trust_restore_no_key({}, { locale }));
	else if (!keepSecret(config, restored.secret)) terminal.complain(m.trust_restore_other_key({}, { locale }));
	if (breaches > 0) terminal.complain(m.trust_restore_broken({ count: breaches }, { locale }));
	return breaches === 0;
}
