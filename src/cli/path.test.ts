import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Pathway } from '#domain/pathway/pathway.ts';
import { runProgram } from '../../test/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-path-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const example = resolve(import.meta.dirname, '../../examples/scenario-heating.json');
copyFileSync(example, join(folder, 'varme.json'));

const run = (...words: string[]) => runProgram(['path', ...words], {}, folder);
/** The example with something changed, as a file of its own. */
const write = (name: string, change: (document: Record<string, unknown>) => void) => {
	const document = JSON.parse(readFileSync(example, 'utf8')) as Record<string, unknown>;
	change(document);
	writeFileSync(join(folder, name), JSON.stringify(document));
	return name;
};

describe('fremdrift path', () => {
	it('prints the pathway with the Danish numbers of the example', async () => {
		const { code, stdout, stderr } = await run('varme.json');
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toMatch(/^2030 +5\.710 +2\.884 +2\.700 +184 /m);
		expect(stdout).toMatch(/^A .* 1\.142 +1\.142 +721 +932$/m);
		expect(stdout).toMatch(/^B .* 2\.105 +1\.684 +1\.684 +1\.895$/m);
		expect(stdout).toMatch(/^C .* uden for regnskabet$/m);
		expect(stdout).toContain('Sum alene 3.247, overlap 421, tilsammen 2.826');
		const uncertain = await run(resolve(import.meta.dirname, '../../examples/soroe/scenario.json'));
		expect(uncertain.stdout).toMatch(/^Det, der betyder mest for 2030 \(P10 \/ P90\): Udgangspunktet 1990 4\.975 \/ -4\.975; /m);
		// In whole per cent, as on the page and in the files.
		expect(stdout).toMatch(/^ *Sandsynlighed for at nå målet for 2030: 8\u00a0%$/m);
	});

	it('speaks English too, and leaves the uncertainty out when no draws are asked for', async () => {
		const { stdout } = await run('varme.json', '--draws', '0', '--lang', 'en');
		expect(stdout).toContain('Sum of stand-alone 3,247, overlap 421, joint 2,826');
		expect(stdout).not.toContain('Uncertainty');
	});

	it('writes everything as JSON, the same bytes for the same seed', async () => {
		const { stdout } = await run('varme.json', '--json', '--draws', '100');
		const answer = JSON.parse(stdout) as { schema: number; pathway: Pathway; uncertainty: object; costs: object[]; drivers: object[] };
		expect(answer.pathway.measures.map(({ effects }) => effects.shapley?.[5])).toEqual([931.5, 1894.5, 0]);
		expect(answer).toMatchObject({ schema: 1, costs: [{ perspective: 'society', year: 2030 }], drivers: [{ kind: 'reference' }] });
		expect((await run('varme.json', '--json', '--draws', '100')).stdout).toBe(stdout);
		expect((await run('varme.json', '--json', '--draws', '100', '--seed', '2')).stdout).not.toBe(stdout);
	});

	it('remarks on what it had to do without, and says that such a result is not for publishing', async () => {
		const file = write('hul.json', (document) => {
			const [gas] = document.cells as Record<string, unknown>[];
			if (gas) gas.activity = { years: { '2025': 100, '2030': 90 } };
		});
		const { code, stdout } = await run(file);
		expect(code).toBe(0);
		expect(stdout).toContain('boliger, gas: Aktiviteten mangler for 2026-2029.');
		expect(stdout).toContain('Den bør ikke offentliggøres.');
		expect(JSON.parse((await run(file, '--json')).stdout)).toMatchObject({ pathway: { isComplete: false, cumulative: { pathway: null } } });
	});

	it('has no sum and no probability where a measure could not be calculated', async () => {
		const file = write('uberegnet.json', (document) => {
			const [first] = document.measures as { timing: { start: number; full: number } }[];
			if (first) first.timing = { ...first.timing, start: 2029, full: 2027 };
		});
		const { stdout } = await run(file, '--draws', '100');
		expect(stdout).toContain('Sum alene mangler, overlap mangler, tilsammen mangler');
		expect(stdout).toMatch(/^ *Sandsynlighed for at nå målet for 2030: mangler$/m);
	});

	it('refuses a file that is no scenario, with the place of each fault', async () => {
		const file = write('fejl.json', (document) => Object.assign(document, { gwpSet: 'AR3', firstYear: null, extra: 1 }));
		const { code, stdout, stderr } = await run(file);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toContain('gwpSet: Skal være en af AR4, AR5, AR6.');
		expect(stderr).toContain('firstYear: Skal være et tal.');
		expect(stderr).toContain('{}: Feltet extra findes ikke i formatet.');
		expect(stderr).toMatch(/Fejl: fejl\.json er ikke et scenarie/);
	});

	it('says of an exported path that its scenario lies under `scenario`', async () => {
		const file = write('sti.json', (document) => {
			const scenario = { ...document };
			for (const key of Object.keys(document)) delete document[key];
			Object.assign(document, { scenario, standings: [], candidates: [] });
		});
		const { code, stdout, stderr } = await run(file, '--json');
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toBe('Fejl: sti.json er en sti: scenariet ligger under »scenario«. Gem det felt som en fil for sig, og prøv igen.\n');
	});

	it('tells of a key that stands twice, of which only the last is read', async () => {
		const text = readFileSync(example, 'utf8').trimEnd().replace(/\}$/, ', "lastYear": 2028}');
		writeFileSync(join(folder, 'dobbelt.json'), text);
		const { code, stderr } = await run('dobbelt.json', '--draws', '0');
		expect(code).toBe(0);
		expect(stderr).toMatch(/^»lastYear« står to gange i samme objekt, anden gang i linje \d+\. Det sidste er læst\.$/m);
	});

	it('counts the faults it does not list', async () => {
		const file = write('mange.json', (document) => (document.cells = Array.from({ length: 80 }, () => 1)));
		const { stderr } = await run(file);
		expect(stderr).toContain('… og 30 mere.');
	});

	it('says where the JSON breaks, and refuses what is too large or not there', async () => {
		writeFileSync(join(folder, 'brudt.json'), '{\n"schema": 1,\n}');
		expect((await run('brudt.json')).stderr).toBe('Fejl: brudt.json er ikke gyldig JSON. Fejlen er ved linje 3, tegn 1.\n');
		writeFileSync(join(folder, 'kort.json'), '{');
		expect((await run('kort.json')).stderr).toContain('kort.json er ikke gyldig JSON.');
		writeFileSync(join(folder, 'intet.json'), '{\n"title": "NaN",\n"lastYear": -Infinity\n}');
		expect((await run('intet.json')).stderr).toContain('-Infinity i linje 3 er ikke et tal, og JSON kan ikke skrive det.');
		writeFileSync(join(folder, 'stor.json'), ' '.repeat(5_000_001));
		expect((await run('stor.json')).stderr).toContain('fylder mere end 5 MB');
		expect((await run('mangler.json')).code).toBe(2);
		expect((await run('varme.json', '--draws', 'mange')).stderr).toContain('--draws er »mange«');
	});
});
