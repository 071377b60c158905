import { execFileSync } from 'node:child_process';
import { createReadStream, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import type { Terminal } from './terminal.ts';
import { writeFile } from './write-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-write-'));
afterAll(() => rmSync(folder, { recursive: true }));
const terminal = { folder } as Terminal;
const bytes = new TextEncoder().encode('indhold');

describe('what a command writes to a file', () => {
	test('takes the place of a file whole', async () => {
		writeFileSync(join(folder, 'rapport.pdf'), 'den gamle, som er længere');
		await writeFile(terminal, 'rapport.pdf', bytes);
		expect(readFileSync(join(folder, 'rapport.pdf'), 'utf8')).toBe('indhold');
	});

	test('goes to the file behind a link, which stays a link', async () => {
		writeFileSync(join(folder, 'rigtig.pdf'), 'gammel');
		symlinkSync(join(folder, 'rigtig.pdf'), join(folder, 'nyeste.pdf'));
		await writeFile(terminal, 'nyeste.pdf', bytes);
		expect(lstatSync(join(folder, 'nyeste.pdf')).isSymbolicLink()).toBe(true);
		expect(readFileSync(join(folder, 'rigtig.pdf'), 'utf8')).toBe('indhold');
	});

	test.skipIf(process.platform === 'win32')('goes into a pipe, which stays one, as a device such as /dev/null does', async () => {
		const pipe = join(folder, 'rør');
		execFileSync('mkfifo', [pipe]);
		const [read] = await Promise.all([text(createReadStream(pipe)), writeFile(terminal, 'rør', bytes)]);
		expect(read).toBe('indhold');
		expect(lstatSync(pipe).isFIFO()).toBe(true);
	});
});
