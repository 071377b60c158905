import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runHere } from '../../test/command.ts';
import { runProgram, type Ended } from '../../test/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-commands-'));
let database: TestDatabase;

/** Runs a command in the test's folder on the test's database. */
function run(...words: string[]): Promise<Ended> {
	return runHere(words, { DATABASE_URL: database.url }, folder);
}

/** The same as a process of its own. */
function start(...words: string[]): Promise<Ended> {
	return runProgram(words, { DATABASE_URL: database.url }, folder);
}

const soroe = ['--municipality', '0340', '--round', '2023'];
const listUploads = () => database.sql('select file_name from import_draft');
// Holbæk has no plan among the examples: the import makes one.
const holbaek = ['--municipality', '0316', '--round', '2025'];

writeFileSync(
	join(folder, 'status.csv'),
	'Nr.;Indsats;Status;Planmæssig fremdrift\n1;Solceller på skoletage;Igangsat;Grøn\n2;Ladestandere ved hallen;Ikke igangsat;Hvid\n',
);

beforeAll(async () => {
	database = await createTestDatabase();
	expect(await start('migrate')).toEqual({ code: 0, stdout: 'Databasen er opdateret.\n', stderr: '' });
});

afterAll(async () => {
	await database.close();
	rmSync(folder, { recursive: true, force: true });
});

describe('fremdrift import and undo-import', () => {
	it('stores a document once, says what it did, and takes it back whole', async () => {
		const tried = await run('import', 'status.csv', ...holbaek, '--dry-run');
		expect(tried.code).toBe(0);
		expect(tried.stdout).toContain('nye 2, ændrede 0');
		expect(tried.stdout).toContain('Intet er gemt (prøvekørsel).');
		expect((await run('check', ...holbaek)).code).toBe(3);
		expect(await listUploads()).toEqual([]);

		const stored = await start('import', 'status.csv', ...holbaek, '--yes');
		expect([stored.code, stored.stderr]).toEqual([0, '']);
		expect(stored.stdout).toContain('Gemt: nye 2');
		expect((await run('check', ...holbaek)).stdout).toContain('Holbæk, runde 2025');
		expect((await run('import', 'status.csv', ...holbaek)).stdout).toContain('Intet er ændret.');
		expect(await listUploads()).toEqual([]);

		const undone = await run('undo-import', '--municipality', 'holbaek');
		expect([undone.code, undone.stderr]).toEqual([0, '']);
		expect(undone.stdout).toContain('Indlæsningen af status.csv');
		const again = await run('undo-import', '--municipality', '0316', '--lang', 'en');
		expect([again.code, again.stderr]).toEqual([3, 'Error: This municipality has no import to undo.\n']);
	});

	it('shows changes in words, and dates the round when told its date', async () => {
		const day = ['--status-date', '2023-11-30'];
		const tried = await run('import', 'status.csv', ...soroe, '--dry-run');
		expect(tried.stdout).toMatch(/Igangsat: .* → (I gang|Ikke igangsat)/);
		expect(tried.stdout).not.toMatch(/in progress|not started|green|yellow/);
		expect((await run('import', 'status.csv', ...holbaek, '--status-date', 'ultimo 2023')).stderr).toContain(
			'--status-date er »ultimo 2023«',
		);
		await run('import', 'status.csv', ...holbaek, '--yes');
		// The same document says nothing new, but the date is.
		expect((await run('import', 'status.csv', ...holbaek, ...day)).stdout).toContain('Gemt: nye 0');
		const report = await run('report', ...holbaek, '--format', 'json', '-o', '-');
		expect((JSON.parse(report.stdout) as { round: unknown }).round).toMatchObject({ title: 'Status 2025', statusDate: '2023-11-30' });
		for (const _ of ['the date', 'the plan']) expect((await run('undo-import', '--municipality', '0316')).code).toBe(0);
	});

	it('refuses what it cannot use, with nothing stored', async () => {
		writeFileSync(join(folder, 'tom.xlsx'), '');
		expect((await run('import', 'tom.xlsx', ...holbaek)).code).toBe(2);
		expect((await run('import', 'status.csv', '--municipality', '0999', '--round', '2025')).code).toBe(3);
		expect(await database.sql('select 1 from document_import where undone_at is null')).toEqual([]);
	});
});

describe('fremdrift report', () => {
	it('writes every format whole, and the workbook comes back without a change', async () => {
		for (const [format, start] of [
			['pdf', '%PDF'],
			['docx', 'PK'],
			['xlsx', 'PK'],
			['csv', '\u{feff}Nr.'],
			['json', '{'],
		] as const) {
			const { code, stdout, stderr } = await run('report', ...soroe, '--format', format, '-o', `rapport.${format}`);
			expect([code, stderr], format).toEqual([0, '']);
			expect(stdout).toContain(`Skrev rapport.${format}`);
			expect(readFileSync(join(folder, `rapport.${format}`), 'utf8').startsWith(start), format).toBe(true);
		}
		expect((await run('import', 'rapport.xlsx', ...soroe)).stdout).toContain('nye 0, ændrede 0, uændrede 83');
	});

	it('writes in the language asked for, the one behind the command before the one in front, and not in the machine’s', async () => {
		const write = (...words: string[]) => run(...words, ...soroe, '--format', 'csv', '-o', 'sprog.csv');
		const getHeading = () => readFileSync(join(folder, 'sprog.csv'), 'utf8').split('\n')[0];
		expect((await write('--lang', 'en', 'report')).stdout).toContain('Wrote sprog.csv');
		expect(getHeading()).not.toMatch(/^\u{feff}Nr\./u);
		const words = ['report', ...soroe, '--format', 'csv', '-o', 'sprog.csv'];
		await runHere(words, { DATABASE_URL: database.url, LANG: 'en_GB.UTF-8' }, folder);
		expect(getHeading()).toMatch(/^\u{feff}Nr\./u);
		expect((await write('--lang', 'da', 'report', '--lang', 'en')).stdout).toContain('Skrev sprog.csv');
		expect(getHeading()).not.toMatch(/^\u{feff}Nr\./u);
	});

	it('writes to standard output for -', async () => {
		const { stdout } = await start('report', ...soroe, '--format', 'json', '-o', '-');
		expect(JSON.parse(stdout)).toBeTypeOf('object');
	});

	it('leaves nothing behind where it fails', async () => {
		const before = readdirSync(folder);
		const unknown = await start('report', '--municipality', '0340', '--round', '1999', '--format', 'pdf', '-o', 'ny.pdf');
		expect(unknown.code).toBe(3);
		expect(unknown.stderr).toMatch(/^Fejl: .*1999/);
		const nowhere = await run('report', ...soroe, '--format', 'csv', '-o', 'ingen/mappe.csv');
		expect(nowhere.code).toBe(2);
		expect(nowhere.stderr).toContain('Intet er skrevet');
		expect(readdirSync(folder)).toEqual(before);
	});
});

describe('fremdrift check', () => {
	it('tells each finding in a sentence, or as JSON', async () => {
		const told = await run('check', ...soroe);
		expect(told.code).toBe(0);
		expect(told.stdout).toMatch(/^ {2}Indsats 35: /m);
		const findings = JSON.parse((await run('check', ...soroe, '--json', '--lang', 'en')).stdout) as { rule: string; sentence: string }[];
		expect(findings.find(({ rule }) => rule === 'sum-does-not-add-up')?.sentence).toContain('33,980');
	});
});
