import { spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { DomainError } from '#domain/shared/domain-error.ts';

/** The user that owns the database files and runs the server; `null` is the user of this process. */
export type ServerUser = { uid: number; gid: number } | null;

/** A command as `spawn` takes it. */
export type Command = { file: string; args: string[]; options: SpawnOptions };

/** Turns a program and its arguments into a command run by the right user. */
export type Runner = { user: ServerUser; command(file: string, args: readonly string[]): Command };

const isRoot = process.getuid?.() === 0;
// Of util-linux, so on every Debian; other systems' programs of that name may lack the option.
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(
	(path) => existsSync(path) && spawnSync(path, ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0,
);

// Nothing of the application's environment (addresses, passwords) belongs in the database's.
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Finds a way to run PostgreSQL here. An ordinary user runs it plainly. PostgreSQL refuses root, so root hands it to the owner of
 * the existing files, else to the user `postgres` where there is one, else to `nobody`, which every system has. Where that user
 * cannot enter the folders above (a checkout under /root), it gets the one capability to pass through them.
 * @param dataDir folder that the server's files lie in; must exist
 * @throws DomainError `server.no-access` when root can find no user that may enter the folders
 */
export function findRunner(dataDir: string, clusterDir: string, program: string): Runner {
	const user = isRoot ? findUser(dataDir, clusterDir) : null;
	const plain = createRunner(user, null);
	if (!user || canRun(plain, dataDir, program)) return plain;
	if (setpriv) {
		// Containers often lack the first, narrower capability but have the second.
		for (const capability of ['dac_read_search', 'dac_override']) {
			const runner = createRunner(user, capability);
			if (canRun(runner, dataDir, program)) return runner;
		}
	}
	throw new DomainError('forbidden', 'server.no-access', { folder: dataDir, uid: user.uid });
}

function createRunner(user: ServerUser, capability: string | null): Runner {
	const options: SpawnOptions = { cwd: '/', env: environment };
	if (!setpriv) {
		return { user, command: (file, args) => ({ file, args: [...args], options: { ...options, ...(user ?? {}) } }) };
	}
	// The signal at the parent's death shuts the server down in good order when the application is killed.
	const prefix = ['--pdeathsig', 'INT'];
	if (user) {
		const held = capability ? `-all,+${capability}` : '-all';
		prefix.push(`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', `--inh-caps=${held}`, `--ambient-caps=${held}`);
		// PostgreSQL asks access() about its own files, which counts a non-root user's capabilities only under this bit.
		if (capability) prefix.push('--securebits=+no_setuid_fixup');
	}
	return { user, command: (file, args) => ({ file: setpriv, args: [...prefix, file, ...args], options }) };
}

function canRun(runner: Runner, dataDir: string, program: string): boolean {
	const { file, args, options } = runner.command('/bin/sh', ['-c', 'test -x "$1" && "$2" --version', 'sh', dataDir, program]);
	return spawnSync(file, args, { ...options, stdio: 'ignore' }).status === 0;
}

function findUser(dataDir: string, clusterDir: string): ServerUser {
	if (existsSync(clusterDir)) return ownerOf(clusterDir);
	const owner = ownerOf(dataDir);
	// initdb wants a name for its user, which the owner of a folder mounted into a container may lack.
	if (owner.uid !== 0 && readId('-u', String(owner.uid)) !== null) return owner;
	for (const name of ['postgres', 'nobody']) {
		const uid = readId('-u', name);
		const gid = readId('-g', name);
		if (uid && gid) return { uid, gid };
	}
	return { uid: 65534, gid: 65534 };
}

function ownerOf(path: string): { uid: number; gid: number } {
	const { uid, gid } = statSync(path);
	return { uid, gid };
}

function readId(flag: '-u' | '-g', user: string): number | null {
	const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
	return status === 0 ? Number(stdout) : null;
}
