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

	it('tells at each field what is wrong', () => {
		const wrong = { ...texts, firstYear: '23', 'cell.0.activity': 'ti', 'cell.0.growth': 'op', 'rate.society': '300', 'cell.1.sector': '' };
		const read = readBasis(readBasisTexts(send(wrong)), 'da');
		expect(Object.keys('errors' in read ? read.errors : {})).toEqual(
			expect.arrayContaining(['firstYear', 'cell.0.activity', 'cell.0.growth', 'rate.society', 'cell.1.sector']),
		);
	});
});
