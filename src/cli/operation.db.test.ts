import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere } from '../../test/command.ts';
import { createOwnedDatabase, type OwnedDatabase } from '../../test/owned-database.ts';
import { runProgram } from '../../test/program.ts';
import { installationRows, writeSampleRows } from '../../test/sample-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-operation-'));
const file = join(folder, 'backup.zip');

let source: OwnedDatabase;
let target: OwnedDatabase;
beforeAll(async () => {
	source = await createOwnedDatabase();
	target = await createOwnedDatabase();
	await source.sql(writeSampleRows('0340'));
	await source.sql(installationRows);
});
afterAll(async () => {
	await source.close();
	await target.close();
	rmSync(folder, { recursive: true, force: true });
});

const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
	runHere(words, { DATABASE_URL: source.url, LANG: 'da', ...environment }, folder);
/** The same as a process of its own. */
const start = (words: readonly string[]) => runProgram(words, { DATABASE_URL: source.url, LANG: 'da' }, folder);

test('a backup of another PostgreSQL goes back into an empty one and into the embedded one, and the logs are whole there', async () => {
	const made = await start(['backup', 'backup.zip']);
	expect(made).toMatchObject({ code: 0, stderr: '' });
	expect(made.stdout).toMatch(/Skrev \d+ rækker fra \d+ tabeller og 1 kommuner til backup\.zip\./);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const toOther = await run(['restore', file], { DATABASE_URL: target.url });
	expect(toOther).toMatchObject({ code: 0, stderr: '' });
	expect(toOther.stdout).toMatch(/Lagde \d+ rækker i \d+ tabeller/);
	const dataDir = join(folder, 'data');
	const embedded = { DATABASE_URL: '', DATA_DIR: dataDir };
	expect(await run(['restore', file], embedded)).toMatchObject({ code: 0 });
	const verified = await run(['verify'], embedded);
	expect(verified).toMatchObject({ code: 0 });
	expect(verified.stdout).toContain('Intet er brudt i 1 kommune.');
	expect(await run(['backup', 'again.zip'], embedded)).toMatchObject({ code: 0 });
	const again = await run(['restore', file], { DATABASE_URL: target.url });
	expect(again).toMatchObject({ code: 5, stdout: '' });
	expect(again.stderr).toContain('Databasen er ikke tom');
});

test('the key of sign-in goes with the backup into a new data folder, and another one there is told of and kept', async () => {
	const [old, key] = [join(folder, 'old'), 'k'.repeat(40)];
	const made = await run(['backup', 'keyed.zip'], { SECRET: key, DATA_DIR: old });
	expect(made.stdout).not.toContain('SECRET');
	expect((await run(['backup', 'keyless.zip'], { DATA_DIR: old })).stdout).toContain('så den er ikke med i kopien');
	const restoreTo = async (name: string, environment: Readonly<Record<string, string>>) => {
		const empty = await createOwnedDatabase();
		const { code, stdout, stderr } = await run(['restore', name], { DATABASE_URL: empty.url, ...environment });
		await empty.close();
		expect(code).toBe(0);
		return stdout + stderr;
	};
	const fresh = join(folder, 'fresh');
	expect(await restoreTo('keyed.zip', { DATA_DIR: fresh })).not.toContain('nøgle');
	expect(readFileSync(join(fresh, 'secret'), 'utf8').trim()).toBe(key);
	expect(statSync(join(fresh, 'secret')).mode & 0o777).toBe(0o600);
	writeFileSync(join(fresh, 'secret'), 'another');
	expect(await restoreTo('keyed.zip', { DATA_DIR: fresh })).toContain('en anden nøgle til login');
	expect(readFileSync(join(fresh, 'secret'), 'utf8')).toBe('another');
	expect(await restoreTo('keyed.zip', { DATA_DIR: old, SECRET: 'x'.repeat(40) })).toContain('en anden nøgle til login');
	expect(await restoreTo('keyless.zip', { DATA_DIR: old })).toContain('Kopien har ikke nøglen');
});

test('what cannot be restored or written is told in a sentence', async () => {
	const bytes = readFileSync(file);
	const middle = Math.floor(bytes.length / 3);
	bytes.fill(0, middle, middle + 400);
	writeFileSync(join(folder, 'damaged.zip'), bytes);
	writeFileSync(join(folder, 'letter.zip'), 'Kære kommune');
	const empty = await createOwnedDatabase();
	const restore = (name: string) => run(['restore', name], { DATABASE_URL: empty.url });
	expect(await restore('damaged.zip')).toMatchObject({ code: 2, stderr: expect.stringContaining('er beskadiget') as string });
	expect(await restore('letter.zip')).toMatchObject({ code: 2, stderr: expect.stringContaining('ikke en sikkerhedskopi') as string });
	expect(await restore('none.zip')).toMatchObject({ code: 2, stderr: expect.stringContaining('ENOENT') as string });
	await empty.close();
	const nowhere = await run(['backup', 'no/such/folder.zip']);
	expect(nowhere).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no/such/folder.zip') as string });
});

test('all of a municipality is taken out, and an unknown one leaves no file', async () => {
	const made = await run(['export', '--municipality', '0340', '-o', 'export.zip']);
	expect(made).toMatchObject({ code: 0, stderr: '' });
	expect(made.stdout).toContain('for kommune 0340 til export.zip');
	expect(readFileSync(join(folder, 'export.zip')).subarray(0, 2).toString()).toBe('PK');
	expect(await run(['export', '--municipality', '9999', '-o', 'none.zip'])).toMatchObject({ code: 3 });
	expect(() => statSync(join(folder, 'none.zip'))).toThrow('ENOENT');
});

test('a log that was tampered with is told of, with exit code 1', async () => {
	await source.sql(`alter table change disable trigger user; update change set who = 'another'; alter table change enable trigger user`);
	const found = await start(['verify']);
	expect(found).toMatchObject({ code: 1, stderr: '' });
	expect(found.stdout).toMatch(/1 brud:\n {2}0340: ændring \d+ i historikken/);
	const json = await run(['verify', '--json', '--lang', 'en']);
	expect(json.code).toBe(1);
	expect(JSON.parse(json.stdout)).toMatchObject({ breaches: [{ municipality: '0340', kind: 'change' }] });
	// A backup keeps what there is: what was broken is told of again, and not made to look whole.
	expect(await run(['backup', 'broken.zip'])).toMatchObject({ code: 0 });
	const empty = await createOwnedDatabase();
	const restored = await run(['restore', 'broken.zip'], { DATABASE_URL: empty.url });
	expect(restored).toMatchObject({ code: 1, stderr: expect.stringContaining('1 brud') as string });
	await empty.close();
});
