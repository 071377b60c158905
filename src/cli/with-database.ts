import { setTimeout as delay } from 'node:timers/promises';
import type { Actor } from '#domain/access/policy.ts';
import type { Context } from '#usecases/context.ts';
import { readConfig, type Config } from '#wiring/config.ts';
import { openDatabaseServer } from '#wiring/database-server.ts';
import { prepareDatabase } from '#wiring/prepare-database.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import { openServices } from '#wiring/services.ts';
import { untilStopped, type Terminal } from './terminal.ts';

/** Whoever may run the command on the server may do everything there; history shows it as the command's doing. */
const operator: Actor = { id: 'cli', role: 'administrator', municipalityCode: null };

/** For work that takes the database as it is. */
export const asItIs: Prepare = () => Promise.resolve();

// Milliseconds that stopped work gets to put away what it had laid out.
const tidying = 1_000;

/** `url` is the connection of the database's owner. Secret. */
type Work<Result> = (context: Context, url: string) => Promise<Result>;
type Prepare = (served: Config & { readonly databaseUrl: string }, root: string) => Promise<unknown>;

/**
 * Does work on the database that the environment names: another PostgreSQL, that of a Fremdrift that runs on the same data
 * folder, or the embedded one, started for the occasion. Unless `prepare` says otherwise it is up to date and has the examples.
 */
export async function withDatabase<Result>(terminal: Terminal, work: Work<Result>, prepare: Prepare = prepareDatabase): Promise<Result> {
	const { signal } = terminal;
	const config = readConfig(terminal.environment, projectFolder);
	const server = await openDatabaseServer(config, { join: true, signal });
	const served = { ...config, databaseUrl: server.url };
	try {
		// A Fremdrift that runs has done this itself, in its own version.
		if (server.runBy !== 'another process') await untilStopped(signal, prepare(served, projectFolder));
		const services = await openServices(served);
		const working = work(services.context(operator), served.databaseUrl);
		try {
			return await untilStopped(signal, working);
		} finally {
			if (signal.aborted) await Promise.race([working.catch(() => undefined), delay(tidying)]);
			await services.close();
		}
	} finally {
		await server.stop();
	}
}
