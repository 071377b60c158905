import { DomainError } from '#domain/shared/domain-error.ts';
import { startWorker } from '#jobs/worker.ts';
import { m } from '#text/paraglide/messages.js';
import { readConfig } from '#wiring/config.ts';
import { openDatabaseServer } from '#wiring/database-server.ts';
import { prepareDatabase } from '#wiring/prepare-database.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import { untilStopped, type Terminal } from '../terminal.ts';

/** Does jobs without serving pages, until it is asked to stop; beside any number of others that do. */
export async function worker(terminal: Terminal): Promise<void> {
	const { log, say, signal, locale } = terminal;
	const config = readConfig(terminal.environment, projectFolder);
	const database = await openDatabaseServer(config, { join: true, log, signal });
	try {
		const served = { ...config, databaseUrl: database.url };
		if (database.runBy !== 'another process') await untilStopped(signal, prepareDatabase(served, projectFolder));
		const working = await startWorker(served, log);
		try {
			say(m.cli_worker_ready({}, { locale }));
			await untilStopped(signal, database.ended);
			throw new DomainError('conflict', 'server.ended');
		} catch (error) {
			// Being asked to stop is how this command ends well.
			if (error !== signal.reason) throw error;
			say(m.cli_stopping({}, { locale }));
		} finally {
			await working.stop();
		}
	} finally {
		await database.stop();
	}
}
