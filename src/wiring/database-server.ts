import { startEmbeddedServer } from '#storage/embedded-server.ts';
import { findRunningServer } from '#storage/embedded-server-lock.ts';
import type { Config } from './config.ts';

export type DatabaseServer = {
	/** Connection string of the database's owner. Secret. */
	readonly url: string;
	/** Who runs the database: this process, another Fremdrift on the same data folder, or somebody else (`DATABASE_URL`). */
	readonly runBy: 'this process' | 'another process' | 'others';
	/** Tells others that want the data folder where the site is. */
	announce(address: string): void;
	/** Stops the database where this process runs it. */
	stop(): Promise<void>;
	/** Resolves when a database of this process has ended; never for others'. */
	readonly ended: Promise<void>;
};

export type DatabaseServerOptions = {
	/** Use the database of a Fremdrift that runs on the data folder instead of being refused. */
	readonly join: boolean;
	readonly log?: (event: string, facts: Readonly<Record<string, string | number>>) => void;
	readonly signal?: AbortSignal;
};

const others = { announce: () => undefined, stop: () => Promise.resolve(), ended: new Promise<never>(() => undefined) };

/** True where a Fremdrift runs on the data folder that this one would use. */
export function isDataInUse(config: Config): boolean {
	return !config.databaseUrl && findRunningServer(config.dataDir) !== null;
}

/** Makes sure there is a database: the one of `DATABASE_URL`, else the embedded one. @throws DomainError `server.…` */
export async function openDatabaseServer(config: Config, options: DatabaseServerOptions): Promise<DatabaseServer> {
	if (config.databaseUrl) return { ...others, url: config.databaseUrl, runBy: 'others' };
	const running = options.join ? findRunningServer(config.dataDir) : null;
	if (running?.databaseUrl) return { ...others, url: running.databaseUrl, runBy: 'another process' };
	const server = await startEmbeddedServer({ dataDir: config.dataDir, log: options.log, signal: options.signal });
	return { ...server, url: server.applicationUrl, runBy: 'this process' };
}
