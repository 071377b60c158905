import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The rooms as they are: which room really imports which, and the subjects (first folders) inside each. */
export type House = {
	readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
	readonly subjects: ReadonlyMap<string, readonly string[]>;
};

type Cruised = {
	readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly resolved: string }[] }[];
};

const roomOf = (file: string): string | undefined =>
	/^src\/([^/]+)\//.exec(file)?.[1] ?? (/^src\/hooks\./.test(file) ? 'hooks' : undefined);

/** Reads the imports between the rooms under `src/` of the project at `root`. Tests are left out. */
export function readHouse(root: string, rooms: readonly string[]): House {
	const imports = new Map(rooms.map((room) => [room, new Set<string>()]));
	for (const { source, dependencies } of cruise(root).modules) {
		const from = roomOf(source);
		if (from === undefined || /\.test\.ts$/.test(source)) continue;
		for (const { resolved } of dependencies) {
			const to = roomOf(resolved);
			if (to !== undefined && to !== from && !/\.test\.ts$/.test(resolved)) imports.get(from)?.add(to);
		}
	}
	return { imports, subjects: new Map(rooms.map((room) => [room, listSubjects(path.join(root, 'src', room))])) };
}

function cruise(root: string): Cruised {
	const bin = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const args = [bin, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
	return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 })) as Cruised;
}

/** Folders a newcomer meets when opening the room. Danish addresses and generated code say nothing about the house. */
function listSubjects(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	const own = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && /^[a-z-]+$/.test(entry.name));
	return path.basename(folder) === 'routes'
		? []
		: own
				.map((entry) => entry.name)
				.filter((name) => name !== 'paraglide')
				.sort();
}
