import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listMissing } from '../scripts/complete-lock.ts';

const root = path.resolve(import.meta.dirname, '..');
const notOurs = new Set(['node_modules', '.git', '.svelte-kit', 'build', 'data', 'paraglide', 'test-results', 'playwright-report']);
const isText = /\.(ts|js|cjs|svelte|css|html|json|md|ya?ml|sql|typ|sh|csv)$|^(run|LICENSE)$/;

function listFiles(folder: string): string[] {
	return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		if (notOurs.has(entry.name)) return [];
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) return listFiles(file);
		return isText.test(entry.name) ? [file] : [];
	});
}

const files = listFiles('.').map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const written = files.filter(({ file }) => file !== 'package-lock.json' && file !== path.join('test', 'repository.test.ts'));

/** Every place where the pattern stands, as `file:line`. */
function placesOf(pattern: RegExp, among = written): string[] {
	return among.flatMap(({ file, text }) => text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])));
}

function readMessages(locale: string): Map<string, string> {
	const all = new Map<string, string>();
	for (const { file, text } of files.filter(({ file }) => file.startsWith(path.join('messages', locale)))) {
		for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
			if (key === '$schema') continue;
			if (all.has(key)) throw new Error(`${key} stands twice, last in ${file}`);
			all.set(key, JSON.stringify(value));
		}
	}
	return all;
}

const variablesOf = (message: string | undefined) =>
	[...new Set([...(message ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

describe('the repository', () => {
	it('records no download addresses in package-lock.json', () => {
		const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
		expect(lock).not.toMatch(/"resolved": "https?:/);
	});

	it('locks the packages of every platform, or npm ci fails; when it does not, run npm run lock', () => {
		expect(
			listMissing(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Parameters<typeof listMissing>[0]),
		).toEqual([]);
	});

	it('pins every package exactly', () => {
		const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
			string,
			Record<string, string>
		>;
		const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
			([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
		);
		expect(loose).toEqual([]);
	});

	it('names no package registry and no folder of one machine', () => {
		expect(placesOf(/registry\.(npmjs|yarnpkg)|npmmirror|artifactory|verdaccio|\/(w)ork\/main|\/home\/[a-z]+\/|\/Users\/[a-z]+\//)).toEqual(
			[],
		);
	});

	it('leaves nothing for later and singles out no test', () => {
		const code = written.filter(({ file }) => /\.(ts|svelte|js|cjs|css)$/.test(file));
		expect(placesOf(/\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck)/, code)).toEqual([]);
	});

	it('gives a reason wherever a check is switched off', () => {
		expect(
			placesOf(/eslint-disable(?!.* -- \S)|prettier-ignore(?!.*\w{3,}.*\w{3,}.*\w{3,})|@ts-expect-error(?! \S+ \S+)|svelte-ignore \S+$/),
		).toEqual([]);
	});

	it('has the same sentences in Danish and English, with the same variables', () => {
		const danish = readMessages('da');
		const english = readMessages('en');
		expect([...english.keys()].sort()).toEqual([...danish.keys()].sort());
		const different = [...danish.keys()].filter((key) => String(variablesOf(danish.get(key))) !== String(variablesOf(english.get(key))));
		expect(different).toEqual([]);
	});

	it('says in the README how to start and how to test', () => {
		const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
		expect(readme).toContain('npm ci && npm start');
		expect(readme).toContain('npm ci && npm test');
	});

	it('has names in small letters with hyphens, except components and what tools expect', () => {
		const sources = written.map(({ file }) => path.basename(file)).filter((name) => /\.(ts|svelte)$/.test(name));
		const odd = sources.filter(
			(name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$|^[A-Z][A-Za-z0-9]*(\.test)?\.(svelte|ts)$|^\+/.test(name),
		);
		expect(odd).toEqual([]);
	});

	it('has no rooms without a name', () => {
		expect(files.map(({ file }) => file).filter((file) => /(^|\/)(utils|helpers|common|misc)(\/|\.ts$)/.test(file))).toEqual([]);
	});
});
