import { describe, expect, it } from 'vitest';
import { readExamplePath } from '../../../../../test/soroe-path.ts';
import { addEffect, readMeasureTexts, startMeasure, writeMeasure } from './measure-texts.ts';
import { effectKinds } from './read-effect.ts';
import { readMeasure } from './read-measure.ts';

/** As a browser sends it: what may be chosen more than once comes once for each. */
function send(texts: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, text] of Object.entries(texts)) for (const line of text.split('\n')) form.append(name, line);
	return form;
}

describe.each(['soroe', 'ballerup'] as const)('the measures of %s', (municipality) => {
	const { scenario, candidates } = readExamplePath(municipality);

	it.each([...scenario.measures, ...candidates].map((measure) => [measure.title, measure] as const))(
		'%s is saved as it was',
		(_, measure) => {
			const texts = readMeasureTexts(send(writeMeasure(measure)));
			const about = { id: measure.id, scenario, before: measure, locale: 'da' } as const;
			expect(readMeasure(texts, about)).toEqual({ measure });
		},
	);
});

describe('a form', () => {
	const { scenario } = readExamplePath('soroe');
	const read = (texts: Readonly<Record<string, string>>) => readMeasure(texts, { id: 'ny', scenario, before: undefined, locale: 'da' });

	it.each(effectKinds)('of a new measure (%s) says at each field what is missing', (kind) => {
		const answer = read(startMeasure(kind, 2027));
		const errors = 'errors' in answer ? answer.errors : {};
		expect(errors.title).toBeTruthy();
		expect(Object.values(errors)).not.toContain('');
	});

	it('takes no more effects than it can show, whatever it is sent', () => {
		for (const effects of ['1e9', '-5', '2.5', 'mange', '1000000000'])
			expect(Number(readMeasureTexts(send({ ...startMeasure('tonnes', 2027), effects })).effects)).toBeLessThanOrEqual(20);
		let texts = startMeasure('tonnes', 2027);
		for (let more = 0; more < 40; more++) texts = addEffect(texts, 'uptake');
		expect(texts.effects).toBe('20');
	});

	it('takes all that must be known to use a new factor rightly, and shows it again', () => {
		const about = { factor: '15', per: 'GJ', factorSet: 'AR5', factorYear: '2026', factorValidTo: '2034', factorBasis: 'life cycle' };
		const own = Object.fromEntries(Object.entries(about).map(([field, text]) => [`effect.0.${field}`, text]));
		const common = { ...startMeasure('set factor', 2027), title: 'Ny faktor' };
		const stated = read({ ...common, ...own });
		if ('errors' in stated) throw new Error(JSON.stringify(stated.errors));
		const factor = { kg: { co2e: 15 }, per: 'GJ', gwpSet: 'AR5', year: 2026, validTo: 2034, basis: 'life cycle' };
		expect(stated.measure.effects).toMatchObject([{ kind: 'set factor', factor }]);
		expect(writeMeasure(stated.measure)).toMatchObject(own);
		const unstated = read({ ...common, ...own, 'effect.0.factorSet': '', 'effect.0.factorBasis': '' });
		expect('measure' in unstated && unstated.measure.effects).toMatchObject([{ factor: { gwpSet: null, basis: 'direct' } }]);
		const early = read({ ...common, ...own, 'effect.0.factorValidTo': '2025' });
		expect('errors' in early && Object.keys(early.errors)).toEqual(['effect.0.factorValidTo']);
	});

	it('says that an efficiency is above zero', () => {
		const typed = { ...startMeasure('move', 2027), 'effect.0.efficiencyFrom': '0', 'effect.0.efficiencyTo': '-1' };
		const answer = read({ ...typed, 'effect.0.ratio': 'x' });
		const errors = 'errors' in answer ? answer.errors : {};
		expect(errors['effect.0.efficiencyFrom']).toContain('større end 0');
		expect(errors['effect.0.efficiencyTo']).toContain('større end 0');
		expect(errors['effect.0.ratio']).toContain('komma');
	});

	it('tells of numbers that are none, and of ends that are not around the middle', () => {
		const texts = { ...startMeasure('tonnes', 2027), title: 'Prøve', 'effect.0.tonnes.mid': '1.2.3', 'realisation.mid': '120' };
		const answer = read({ ...texts, 'effect.0.sector': scenario.cells[0]?.sector ?? '', start: '2030', full: '2028' });
		expect(Object.keys('errors' in answer ? answer.errors : {}).sort()).toEqual(['effect.0.tonnes.mid', 'full', 'realisation.mid']);
	});
});
