import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeStatusText, writeStatusWorkbook } from './made-documents.ts';
import { atMost, root, runRepeatedly } from './measure.ts';
import type { Figure } from './measure.ts';

const command = path.join(root, 'src/cli/main.ts');
const source = path.join(root, '../shared/sources/000_5ec8f7dd595304e4.txt');

/** Sorø's status document to JSON, as a whole process: start, read, print, end. */
export async function measureSoroe(): Promise<readonly Figure[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'fremdrift-bench-'));
	try {
		const real = existsSync(source);
		const file = real ? source : path.join(folder, 'status.txt');
		if (!real) writeFileSync(file, writeStatusText());
		const { milliseconds, peakMegabytes } = await runRepeatedly(7, [command, 'read', file, '--json']);
		const how = `median of 7 whole processes, ${real ? "Sorø's document" : 'a made document of the same size (the real one is not here)'}`;
		return [
			{ what: 'status document to --json', value: milliseconds / 1000, unit: 's', limit: atMost(1), how },
			{ what: 'status document to --json, memory', value: peakMegabytes, unit: 'MB', limit: null, how: 'largest of the 7' },
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A workbook of 100,000 initiatives to JSON, as a whole process. */
export async function measureWorkbook(): Promise<readonly Figure[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'fremdrift-bench-'));
	try {
		const file = path.join(folder, 'status.xlsx');
		const bytes = await writeStatusWorkbook(100_000);
		writeFileSync(file, bytes);
		const { milliseconds, peakMegabytes } = await runRepeatedly(3, [command, 'read', file, '--json']);
		const how = `3 whole processes, 13 columns, ${(bytes.length / 1e6).toFixed(1)} MB`;
		return [
			{ what: 'xlsx of 100,000 rows', value: milliseconds / 1000, unit: 's', limit: atMost(15), how: `median of ${how}` },
			{ what: 'xlsx of 100,000 rows, memory', value: peakMegabytes, unit: 'MB', limit: atMost(600), how: `largest of ${how}` },
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
