/**
 * Completes package-lock.json: `npm ci` refuses a lock that lacks an optional package of another platform, and npm leaves such
 * packages out when the registry at hand does not carry them. What is written is what npm would have written, without
 * the checksum. Run after adding a package: `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Entry = {
	version?: string;
	optional?: boolean;
	os?: string[];
	cpu?: string[];
	libc?: string[];
	optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'arm'];

/** What an optional package's name says it is for; `undefined` for a package that is for every platform. */
function readPlatform(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | undefined {
	const parts = name.split('/').at(-1)?.split('-') ?? [];
	const os = systems.find((system) => parts.includes(system));
	const cpu = processors.find((processor) => parts.includes(processor));
	if (os === undefined || cpu === undefined) return undefined;
	const last = parts.at(-1) ?? '';
	const libc = os !== 'linux' ? undefined : /^musl/.test(last) ? ['musl'] : /^gnu/.test(last) ? ['glibc'] : undefined;
	return { cpu: [cpu], os: [os], ...(libc ? { libc } : {}) };
}

/** Optional packages that the lock names but does not hold, as `name` and exact version. */
export function listMissing({ packages }: Lock): { readonly name: string; readonly version: string }[] {
	const held = new Set(Object.keys(packages).map((key) => key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length)));
	const named = Object.values(packages).flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}));
	return named.filter(([name]) => !held.has(name)).map(([name, version]) => ({ name, version }));
}

function complete(lock: Lock): Lock {
	const added = listMissing(lock).map(({ name, version }): [string, Entry] => {
		const platform = readPlatform(name);
		if (platform === undefined || !/^\d+\.\d+\.\d+/.test(version))
			throw new Error(`${name}@${version} is missing from the lock for another reason`);
		return [`node_modules/${name}`, { version, optional: true, ...platform }];
	});
	const packages = Object.fromEntries([...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en')));
	return { ...lock, packages };
}

if (process.argv[1] === import.meta.filename) {
	const file = path.resolve(import.meta.dirname, '../package-lock.json');
	const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
	console.log(`${listMissing(lock).length} packages of other platforms added to package-lock.json`);
	writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`);
}
