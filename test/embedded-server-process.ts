import { startEmbeddedServer } from '#storage/embedded-server.ts';

/**
 * An application that does nothing but run the embedded database, for tests that kill it: says `ready` with the connection
 * string and stops in good order on SIGTERM. Usage: node embedded-server-process.ts DATA_DIR
 */
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
try {
	const server = await startEmbeddedServer({ dataDir: process.argv[2] ?? '', signal: stop.signal, log: (event) => console.log(event) });
	console.log(`ready ${server.url}`);
	stop.signal.addEventListener('abort', () => void server.stop());
	if (stop.signal.aborted) await server.stop();
	await server.ended;
} catch (error) {
	console.log(`refused ${JSON.stringify(error)}`);
	process.exitCode = 1;
}
