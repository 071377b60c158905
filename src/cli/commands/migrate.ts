import { m } from '#text/paraglide/messages.js';
import { withDatabase } from '../with-database.ts';
import type { Terminal } from '../terminal.ts';

/** Brings the database up to this version; whatever opens a database does so, so there is nothing left to do here but say it. */
export async function migrate(terminal: Terminal): Promise<void> {
	await withDatabase(terminal, () => Promise.resolve());
	terminal.say(m.cli_migrate_done({}, { locale: terminal.locale }));
}
