import { DomainError } from '#domain/shared/domain-error.ts';
import { m } from '#text/paraglide/messages.js';
import { readConfig } from '#wiring/config.ts';
import { isDataInUse, openDatabaseServer } from '#wiring/database-server.ts';
import { prepareDatabase } from '#wiring/prepare-database.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import { setDevelopmentEnvironment } from '#wiring/site-environment.ts';
import { checkPort } from '../site/open-site.ts';
import { untilStopped, type Terminal } from '../terminal.ts';

/** Starts the site so that changes to the code show at once. */
export async function dev(terminal: Terminal): Promise<void> {
	const { log, say, signal, locale } = terminal;
	const config = readConfig(terminal.environment, projectFolder);
	if (!isDataInUse(config)) await checkPort(config);
	const database = await openDatabaseServer(config, { join: false, log, signal });
	try {
		await untilStopped(signal, prepareDatabase({ ...config, databaseUrl: database.url }, projectFolder));
		setDevelopmentEnvironment(config, database.url);
		const { createServer } = await import('vite');
		const vite = await createServer({ root: projectFolder, server: { host: config.host, port: config.port, strictPort: true } });
		try {
			await vite.listen();
			const address = vite.resolvedUrls?.local[0] ?? vite.resolvedUrls?.network[0] ?? '';
			database.announce(address);
			say(m.cli_start_ready({ address }, { locale }));
			say(m.cli_start_how_to_stop({}, { locale }));
			await untilStopped(signal, database.ended);
			throw new DomainError('conflict', 'server.ended');
		} catch (error) {
			// Being asked to stop is how this command ends well.
			if (error !== signal.reason) throw error;
		} finally {
			await vite.close();
		}
	} finally {
		await database.stop();
	}
}
