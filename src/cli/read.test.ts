import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../test/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(
	join(folder, 'status.csv'),
	'Nr.;Indsats;Status;Planmæssig fremdrift\n1;Solceller på skoletage;Igangsat;Grøn\n2;Ladestandere ved hallen;Ikke igangsat;Hvid\n',
);
writeFileSync(join(folder, 'tom.csv'), '');

describe('fremdrift read', () => {
	it('tells in Danish what it understood', async () => {
		const { code, stdout } = await runProgram(['read', 'status.csv'], {}, folder);
		expect(code).toBe(0);
		expect(stdout).toMatch(/^status\.csv: 2 indsatser i 0 afsnit\.$/m);
		expect(stdout).toMatch(/Grøn 1/);
	});

	it('writes JSON with English codes and null for what is not there', async () => {
		const { code, stdout, stderr } = await runProgram(['read', 'status.csv', '--json'], {}, folder);
		expect([code, stderr]).toEqual([0, '']);
		const { initiatives, problems } = JSON.parse(stdout) as { initiatives: unknown[]; problems: unknown[] };
		expect(initiatives).toMatchObject([
			{ number: '1', title: 'Solceller på skoletage', state: 'in progress', progress: 'green', remark: null },
			{ number: '2', state: 'not started', progress: 'white' },
		]);
		expect(problems).toBeInstanceOf(Array);
	});

	it('refuses what it cannot use with exit code 2 and a sentence in the language asked for', async () => {
		const danish = await runProgram(['read', 'tom.csv'], {}, folder);
		expect(danish.code).toBe(2);
		expect(danish.stderr).toMatch(/^Fejl: .*tom\.csv/);
		writeFileSync(join(folder, 'overskrifter.csv'), 'Nr.;Indsats;Status\n');
		const headings = await runProgram(['read', 'overskrifter.csv'], {}, folder);
		expect([headings.code, headings.stdout]).toEqual([2, '']);
		expect(headings.stderr).toContain('»overskrifter.csv«');
		const english = await runProgram(['--lang', 'en', 'read', 'missing.csv'], {}, folder);
		expect([english.code, english.stderr]).toEqual([2, 'Error: The file missing.csv does not exist.\n']);
		expect((await runProgram(['read', 'missing.csv'], { LANG: 'en_GB.UTF-8' }, folder)).stderr).toMatch(/^Error: /);
		expect((await runProgram(['read', '.'], {}, folder)).code).toBe(2);
	});

	it('says of what is no file what it is, and waits for no pipe', async () => {
		const tell = async (file: string) => (await runProgram(['read', file], {}, folder)).stderr;
		expect(await tell('/dev/null')).toBe('Fejl: /dev/null er ikke en almindelig fil. Gem dokumentet som en fil, og prøv igen.\n');
		expect(await tell('.')).toBe('Fejl: . er en mappe. Skriv navnet på en fil.\n');
		expect(await tell('')).toBe('Fejl: Filens navn mangler. Skriv, hvilken fil der skal læses.\n');
		spawnSync('mkfifo', [join(folder, 'pipe.csv')]);
		expect(await tell('pipe.csv')).toContain('er ikke en almindelig fil');
	});

	it('shows a document with errors, and ends as for bad input', async () => {
		const columns = 'Nr.;Indsats;Status;Planmæssig fremdrift\n';
		writeFileSync(join(folder, 'to-ens.csv'), `${columns}1;Solceller;Igangsat;Grøn\n1;Ladestandere;Igangsat;Gul\n`);
		const told = await runProgram(['read', 'to-ens.csv'], {}, folder);
		expect([told.code, told.stderr]).toEqual([2, 'Fejl: to-ens.csv har fejl, der skal rettes, før dokumentet kan indlæses: 1.\n']);
		expect(told.stdout).toMatch(/^to-ens\.csv: 1 indsats /m);
		const json = await runProgram(['read', 'to-ens.csv', '--json'], {}, folder);
		expect([json.code, (JSON.parse(json.stdout) as { initiatives: unknown[] }).initiatives.length]).toEqual([2, 1]);
	});

	it('explains words it does not know', async () => {
		const unknown = await runProgram(['raed', 'status.csv'], {}, folder);
		expect([unknown.code, unknown.stderr]).toEqual([2, 'Fejl: Kommandoen raed findes ikke. Se fremdrift --help.\n']);
		expect((await runProgram(['report', '--round', '23'], {}, folder)).stderr).toContain('--round er »23«');
		expect((await runProgram(['read'], {}, folder)).stderr).toContain('Argumentet file mangler');
		expect((await runProgram(['read', 'status.csv', '--lang', 'sv'], {}, folder)).code).toBe(2);
		const help = await runProgram(['--help'], {}, folder);
		expect([help.code, help.stderr]).toEqual([0, '']);
		expect(help.stdout).toContain('Brug: fremdrift');
	});

	it('runs under the Node that the project brings, from any folder and through a link', () => {
		const bin = resolve(import.meta.dirname, '../../bin/fremdrift');
		const link = join(folder, 'fremdrift');
		spawnSync('ln', ['-s', bin, link]);
		const { status, stdout } = spawnSync(link, ['read', 'status.csv'], { cwd: folder, encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
		expect(status).toBe(0);
		expect(stdout).toContain('2 indsatser');
	});
});
