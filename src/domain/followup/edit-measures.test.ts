import { describe, expect, it } from 'vitest';
import { readExamplePath } from '../../../test/soroe-path.ts';
import { chooseMeasureId, putMeasure, takeMeasure } from './edit-measures.ts';

const document = readExamplePath('soroe');
const [first] = document.scenario.measures;
const measure = { ...first!, id: 'ny', title: 'Ny' };

describe('measures are added, replaced and taken away', () => {
	it('a new one is counted last', () => {
		const { scenario } = putMeasure(document, { measure, place: 'measures', isNew: true });
		expect(scenario.measures.at(-1)).toBe(measure);
		expect(scenario.order?.at(-1)).toBe('ny');
	});
	it('a candidate is not part of the path', () => {
		const { scenario, candidates } = putMeasure(document, { measure, place: 'candidates', isNew: true });
		expect(candidates.at(-1)).toBe(measure);
		expect(scenario).toBe(document.scenario);
	});
	it('one that is there is replaced in its place', () => {
		const changed = { ...first!, title: 'Andet' };
		expect(putMeasure(document, { measure: changed, place: 'measures', isNew: false }).scenario.measures[0]).toBe(changed);
		expect(() => putMeasure(document, { measure: changed, place: 'measures', isNew: true })).toThrow('measure.duplicate');
		expect(() => putMeasure(document, { measure, place: 'measures', isNew: false })).toThrow('measure.unknown');
	});
	it('what is taken away leaves nothing behind, unless others build on it', () => {
		const { scenario, standings } = takeMeasure(document, 'moerup');
		expect(scenario.order).not.toContain('moerup');
		expect(standings).toEqual([]);
		expect(() => takeMeasure(document, 'kollektiv')).toThrow('measure.needed');
		expect(() => takeMeasure(document, 'x')).toThrow('measure.unknown');
	});
	it('ids are made from titles', () => {
		expect(chooseMeasureId('Grøn varme på Åvej!', document)).toBe('groen-varme-paa-aavej');
		expect(chooseMeasureId('Vedde', document)).toBe('vedde-2');
		expect(chooseMeasureId('???', document)).toBe('virkemiddel');
	});
});
