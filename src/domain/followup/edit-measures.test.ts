import { describe, expect, it } from 'vitest';
import type { Measure } from '../pathway/model.ts';
import { readExamplePath } from '../../../test/soroe-path.ts';
import { chooseMeasureId, countAsDecided, putMeasure, returnToCandidates, takeInCandidate, takeMeasure } from './edit-measures.ts';

const document = readExamplePath('soroe');
const [first] = document.scenario.measures;
const measure = { ...first!, id: 'ny', title: 'Ny' };

describe('measures are added, replaced and taken away', () => {
	it('a new one is counted where the hierarchy has it, after those that do not come later', () => {
		const put = (effects: Measure['effects'], order: readonly string[] | null = document.scenario.order) => {
			const ordered = { ...document, scenario: { ...document.scenario, order } };
			return putMeasure(ordered, { measure: { ...measure, effects }, place: 'measures', isNew: true }).scenario;
		};
		const need = { kind: 'reduce need', sector: 'Energi', carriers: 'all', share: 0.1 } as const;
		const tonnes = { kind: 'tonnes', sector: 'Energi', carriers: 'all', tonnes: 10, factorYear: null, gwpSet: null } as const;
		const order = document.scenario.order ?? [];
		const fixed = document.scenario.measures.filter(({ effects }) => effects[0]?.kind === 'tonnes').map(({ id }) => id);
		const placed = put([need]).order ?? [];
		expect(placed.filter((id) => id !== 'ny')).toEqual(order);
		expect(placed.indexOf('ny')).toBeLessThan(Math.min(...fixed.map((id) => placed.indexOf(id))));
		const last = put([tonnes]).order ?? [];
		expect(last.indexOf('ny')).toBeGreaterThan(Math.max(...fixed.map((id) => last.indexOf(id))));
		expect(put([need], null).order).toBeNull();
		expect(put([need]).measures.at(-1)?.id).toBe('ny');
	});
	it('a candidate that is taken in counts, and is a candidate no more', () => {
		const [candidate] = document.candidates;
		const { scenario, candidates } = takeInCandidate(document, { ...candidate!, title: 'Rettet' }, null);
		expect(scenario.measures.at(-1)).toEqual({ ...candidate, title: 'Rettet' });
		expect(scenario.order).toContain(candidate!.id);
		expect(candidates).toEqual(document.candidates.slice(1));
		expect(() => takeInCandidate(document, first!, null)).toThrow('measure.unknown');
	});
	it('one that is taken in later keeps the year until it is decided or gone', () => {
		const [candidate] = document.candidates;
		const taken = takeInCandidate(document, candidate!, 2024);
		expect(taken.takenIn).toEqual({ [candidate!.id]: 2024 });
		expect(countAsDecided(taken, candidate!.id).takenIn).toEqual({});
		expect(takeMeasure(taken, candidate!.id).takenIn).toEqual({});
		expect(countAsDecided(document, 'vedde')).toBe(document);
	});
	it('one that was taken in later is a candidate again, and all else is as it was', () => {
		const candidate = document.candidates.at(-1)!;
		const tied = { ...document, initiativeIds: { [candidate.id]: ['x'] } };
		const taken = takeInCandidate(tied, candidate, 2024);
		const dropped = { since: 2024, start: null, isDropped: true, realisation: null, replacedBy: null, reason: 'x', source: null };
		const stated = { ...taken, standings: [...taken.standings, { ...dropped, measure: candidate.id }] };
		expect(returnToCandidates(stated, candidate.id)).toEqual({ ...tied, takenIn: {} });
		expect(() => returnToCandidates(countAsDecided(taken, candidate.id), candidate.id)).toThrow('measure.not-taken-in');
		expect(() => returnToCandidates(document, candidate.id)).toThrow('measure.unknown');
		const builds = { ...measure, relations: [{ kind: 'requires' as const, measure: candidate.id }] };
		const needed = putMeasure(taken, { measure: builds, place: 'measures', isNew: true });
		expect(() => returnToCandidates(needed, candidate.id)).toThrow('measure.needed');
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
