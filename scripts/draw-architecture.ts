/**
 * Draws docs/pictures/house.svg and the import table of docs/architecture.md from the imports that are really there.
 * `npm run architecture` writes them; test/architecture.test.ts fails when they no longer tell the truth.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { drawHouse, writeTable } from './architecture/draw-house.ts';
import { readHouse } from './architecture/read-house.ts';

const root = path.resolve(import.meta.dirname, '..');
const start = '<!-- imports: made by npm run architecture -->';
const end = '<!-- imports end -->';

/** What the picture and the page should hold, by file name relative to the project. */
export async function renderArchitecture(): Promise<ReadonlyMap<string, string>> {
	const may = JSON.parse(readFileSync(path.join(root, 'scripts/layers.json'), 'utf8')) as Record<string, readonly string[]>;
	const house = readHouse(root, Object.keys(may));
	const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
	const [before, after] = [page.indexOf(start), page.indexOf(end)];
	if (before < 0 || after < before) throw new Error('docs/architecture.md has lost the marks around its import table');
	const table = `${page.slice(0, before)}${start}\n\n${writeTable(house, may)}\n\n${page.slice(after)}`;
	return new Map([
		['docs/pictures/house.svg', drawHouse(house)],
		[
			'docs/architecture.md',
			await prettier.format(table, { ...(await prettier.resolveConfig(path.join(root, 'README.md'))), parser: 'markdown' }),
		],
	]);
}

if (process.argv[1] === import.meta.filename) {
	for (const [file, text] of await renderArchitecture()) writeFileSync(path.join(root, file), text);
}
