import { DomainError } from '#domain/shared/domain-error.ts';
import { startWorker, type Worker } from '#jobs/worker.ts';
import { m } from '#text/paraglide/messages.js';
import { areVisitorsAlike, readConfig, type Config } from '#wiring/config.ts';
import { isDataInUse, openDatabaseServer, type DatabaseServer } from '#wiring/database-server.ts';
import { prepareDatabase } from '#wiring/prepare-database.ts';
import { prepareSite, siteHandlerFile } from '#wiring/prepare-site.ts';
import { projectFolder } from '#wiring/project-folder.ts';
import { setSiteEnvironment } from '#wiring/site-environment.ts';
import { checkPort, openSite, type Site } from '../site/open-site.ts';
import { untilStopped, type Terminal } from '../terminal.ts';

/** Starts everything and runs until it is asked to stop; a stop in the middle of the start is heard at once. */
export async function start(terminal: Terminal): Promise<void> {
	const { log, say, locale } = terminal;
	const config = readConfig(terminal.environment, projectFolder);
	let database: DatabaseServer | undefined;
	let site: Site | undefined;
	let worker: Worker | undefined;
	try {
		// Before anything is made; a Fremdrift that runs already says so better than its port does.
		if (!isDataInUse(config)) await checkPort(config);
		if (!config.databaseUrl) say(m.cli_start_database({ folder: config.dataDir }, { locale }));
		database = await openDatabaseServer(config, { join: false, log, signal: terminal.signal });
		await checkPort(config);
		await prepare(terminal, { ...config, databaseUrl: database.url });
		setSiteEnvironment(config, database.url);
		const otherHost = (address: string) => m.cli_site_other_host({ address }, { locale });
		site = await openSite({ handlerFile: siteHandlerFile(projectFolder), config, otherHost, log });
		// With the port that links in mails lead to, which is known only now.
		worker = await startWorker({ ...config, databaseUrl: database.url, port: site.port }, log);
		database.announce(site.address);
		log('site.started', { address: site.address });
		tellReady(terminal, config, site.address);
		const ended = database.ended.then(() => Promise.reject(new DomainError('conflict', 'server.ended')));
		await untilStopped(terminal.signal, ended);
	} catch (error) {
		if (error !== terminal.signal.reason) throw error;
		say(m.cli_stopping({}, { locale }));
	} finally {
		await Promise.allSettled([worker?.stop(), site?.close()]);
		await database?.stop();
	}
	say(config.databaseUrl ? m.cli_stopped_site({}, { locale }) : m.cli_stopped({}, { locale }));
}

/** Builds and fills at the same time: on a new machine the one is the processor's work, the other the disk's. */
async function prepare(terminal: Terminal, config: Config & { readonly databaseUrl: string }): Promise<void> {
	const { say, locale } = terminal;
	const giveUp = new AbortController();
	const signal = AbortSignal.any([terminal.signal, giveUp.signal]);
	const building = prepareSite(projectFolder, () => say(m.cli_start_building({}, { locale })), signal);
	const filling = prepareDatabase(config, projectFolder);
	try {
		const [added] = await untilStopped(terminal.signal, Promise.all([filling, building]));
		if (added.plans > 0) say(m.cli_start_examples({ ...added }, { locale }));
	} catch (error) {
		giveUp.abort();
		await Promise.allSettled([building, filling]);
		throw error;
	}
}

function tellReady({ say, complain, environment, locale }: Terminal, config: Config, address: string): void {
	say(m.cli_start_ready({ address }, { locale }));
	if (config.origin) say(m.cli_start_public({ address: config.origin }, { locale }));
	if (areVisitorsAlike(environment)) complain(m.cli_start_visitors_alike({}, { locale }));
	if (config.demo !== 'off') say(m.cli_start_demo({}, { locale }));
	say(m.cli_start_how_to_stop({}, { locale }));
}
