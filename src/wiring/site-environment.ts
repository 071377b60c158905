import type { Config } from './config.ts';
import { projectFolder } from './project-folder.ts';

/** The headers in which the site's handler is told the address of a request; always set by us, never believed from outside. */
export const addressHeaders = { protocol: 'x-fremdrift-protocol', host: 'x-fremdrift-host' } as const;

// Room for a document with its form around it; the importer has its own, exact limit and says so in words.
const bodyLimit = '64M';

/**
 * Tells the built site, which reads its own environment when it is loaded, how it runs. The built site is a bundle with its own
 * copy of this code, so the environment is the only thing the two share.
 */
export function setSiteEnvironment(config: Config, databaseUrl: string): void {
	setDevelopmentEnvironment(config, databaseUrl);
	Object.assign(process.env, {
		NODE_ENV: 'production',
		PROTOCOL_HEADER: addressHeaders.protocol,
		HOST_HEADER: addressHeaders.host,
		BODY_SIZE_LIMIT: bodyLimit,
	});
}

/** The same for the development server, which brings its own handling of addresses. */
export function setDevelopmentEnvironment(config: Config, databaseUrl: string): void {
	Object.assign(process.env, { DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir });
	// The bundle cannot tell from its own place where the project is.
	process.chdir(projectFolder);
}

/** Tells the site which port it got where it asked for any. */
export function setSitePort(port: number): void {
	process.env.PORT = String(port);
}
