import { describe, expect, it } from 'vitest';
import { editBasis } from '#domain/followup/edit-basis.ts';
import { calculatePathway } from '#domain/pathway/calculate-pathway.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import { readExamplePath } from '../../../../../test/soroe-path.ts';
import { readBasisTexts, writeBasis } from './basis-texts.ts';
import { readBasis } from './read-basis.ts';

function send(texts: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, text] of Object.entries(texts)) form.append(name, text);
	return form;
}

describe.each(['soroe', 'ballerup'] as const)('what the path of %s is calculated from', (municipality) => {
	it('says the same when it is saved as it was', () => {
		const document = readExamplePath(municipality);
		const read = readBasis(readBasisTexts(send(writeBasis(document))), 'da');
		if (!('basis' in read)) throw new Error(JSON.stringify(read.errors));
		const { scenario, illustrative } = editBasis(document, document.scenario.title, read.basis);
		expect({ ...scenario, cells: null }).toEqual({ ...document.scenario, cells: null });
		expect([...illustrative].sort()).toEqual([...document.illustrative].sort());
		const calculate = (of: typeof scenario) => calculatePathway(compileScenario(of), { shapley: null });
		const [before, after] = [calculate(document.scenario), calculate(scenario)];
		for (const line of ['baseline', 'pathway'] as const)
			after[line].gross.forEach((tonnes, year) => expect(tonnes).toBeCloseTo(before[line].gross[year] ?? NaN, 3));
	});
});

describe('a form', () => {
	const texts = writeBasis(readExamplePath('soroe'));

	it('takes no more rows than a path may have, whatever it is sent', () => {
		for (const cells of ['1e9', '-5', '2.5', 'mange'])
			expect(Number(readBasisTexts(send({ ...texts, cells })).cells)).toBeLessThanOrEqual(1001);
	});

	const readCell = (own: Readonly<Record<string, string>>) => {
		const named = Object.entries(own).map(([field, text]) => [`cell.0.${field}`, text] as const);
		const read = readBasis(
			readBasisTexts(send({ ...texts, 'cell.0.factor': '', 'cell.0.change': '', ...Object.fromEntries(named) })),
			'da',
		);
		return 'errors' in read ? read.errors : read.basis.cells[0];
	};

	it('takes a factor gas by gas, with what must be known to use it rightly, and shows it again', () => {
		const typed = { co2: '56,1', ch4: '2023: 0,005; 2035: 0,001', year: '2023', validTo: '2031', basis: 'well to wheel' };
		const cell = readCell(typed);
		const gases = { co2: 56.1, ch4: { years: { 2023: 0.005, 2035: 0.001 }, interpolate: true }, n2o: null };
		expect(cell).toMatchObject({ kg: { gases }, year: 2023, validTo: 2031, basis: 'well to wheel' });
		const document = readExamplePath('soroe');
		const read = readBasis(readBasisTexts(send({ ...texts })), 'da');
		if (!('basis' in read)) throw new Error(JSON.stringify(read.errors));
		const cells = read.basis.cells.map((each, place) => (place === 0 ? (cell as typeof each) : each));
		const shown = writeBasis(editBasis(document, document.scenario.title, { ...read.basis, cells }));
		for (const [field, text] of Object.entries({ ...typed, factor: '', change: '', n2o: '' })) expect(shown[`cell.0.${field}`]).toBe(text);
	});

	it('takes it in CO2e or gas by gas, never both, and with figures for the whole period', () => {
		expect(readCell({ co2: '56,1', factor: '57', change: '-1' })).toEqual({
			'cell.0.factor': expect.stringContaining('ikke begge'),
			'cell.0.change': expect.stringContaining('ved hver gas'),
		});
		expect(readCell({ co2: '2025: 56; 2030: 50' })).toEqual({ 'cell.0.co2': expect.stringContaining('både 2023 og 2035') });
		expect(readCell({ n2o: 'lidt' })).toEqual({ 'cell.0.n2o': expect.stringContaining('Skriv ét tal') });
		expect(readCell({})).toEqual({ 'cell.0.factor': expect.any(String) });
		expect(readCell({ co2: '56', year: '2031', validTo: '2023' })).toEqual({ 'cell.0.validTo': expect.any(String) });
	});

	it('refuses a figure beyond what there can be, with its bound', () => {
		const most = (bound: string) => expect.stringContaining(`Skriv højst ${bound}:`);
		expect(readCell({ activity: `1${'0'.repeat(300)}`, co2: '56' })).toEqual({ 'cell.0.activity': most('1.000.000.000.000.000') });
		expect(readCell({ co2: '10.000.000.000' })).toEqual({ 'cell.0.co2': most('1.000.000.000') });
		expect(readCell({ growth: '2035: 2.000.000.000.000.000', co2: '56' })).toEqual({ 'cell.0.growth': most('1.000.000.000.000.000') });
	});

	it('tells at each field what is wrong', () => {
		const wrong = { ...texts, firstYear: '23', 'cell.0.activity': 'ti', 'cell.0.growth': 'op', 'rate.society': '300', 'cell.1.sector': '' };
		const read = readBasis(readBasisTexts(send(wrong)), 'da');
		expect(Object.keys('errors' in read ? read.errors : {})).toEqual(
			expect.arrayContaining(['firstYear', 'cell.0.activity', 'cell.0.growth', 'rate.society', 'cell.1.sector']),
		);
	});
});
