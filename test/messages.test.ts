import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

function listKeys(locale: string): string[] {
	const folder = path.join(root, 'messages', locale);
	return readdirSync(folder).flatMap((file) => Object.keys(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object));
}

it('every sentence is said somewhere, and in both languages', () => {
	const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
	const sources = files.filter((file) => /\.(ts|js|svelte)$/.test(file) && !file.includes('paraglide') && !file.includes('.test.'));
	const words = new Set(sources.flatMap((file) => readFileSync(path.join(root, 'src', file), 'utf8').match(/\w+/g) ?? []));
	const keys = listKeys('da').filter((key) => key !== '$schema');
	expect(keys.length).toBeGreaterThan(1000);
	expect(keys.filter((key) => !words.has(key))).toEqual([]);
	expect(new Set(listKeys('en'))).toEqual(new Set(listKeys('da')));
});
