import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { legendSchema } from '#domain/followup/legend-schema.ts';
import type { Legend } from '#domain/followup/legend.ts';

let legends: Promise<readonly Legend[]> | undefined;

/** The reading guides that are shipped, to begin one's own with; read once. */
export function getShippedLegends(): Promise<readonly Legend[]> {
	return (legends ??= readAll());
}

async function readAll(): Promise<readonly Legend[]> {
	// The server runs from a bundle, and `reference/` always stands in its working directory.
	const folder = resolve('reference/legends');
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	return Promise.all(files.map(async (file) => legendSchema.parse(JSON.parse(await readFile(resolve(folder, file), 'utf8')))));
}
