import { expect, it } from 'vitest';
import { editPath } from '#domain/followup/edit-path.ts';
import { takeInCandidate } from '#domain/followup/edit-measures.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { readExamplePath } from '../../../../../test/soroe-path.ts';
import { compareMeasures } from './compare-measures.ts';
import { summariseScenario } from './summarise-scenario.ts';

const plan = readExamplePath('soroe');
const compare = (...documents: PathDocument[]) =>
	compareMeasures(documents.map((document) => ({ document, summary: summariseScenario(document, 2023) })));

it('names the measures that are not the same in all scenarios, with start, share and tonnes, and no others', () => {
	const later = editPath(plan, { measures: [{ measure: 'moerup', start: 2029, full: 2029, realisation: 0.5 }], order: [] });
	const [candidate] = plan.candidates;
	const more = takeInCandidate(later, candidate!, null);
	const found = compare(plan, more);
	expect(found.map(({ measure }) => measure)).toEqual(['moerup', candidate!.id]);
	expect(found[0]?.cells).toMatchObject([
		{ start: 2025, realisation: 1 },
		{ start: 2029, realisation: 0.5 },
	]);
	const [full, half] = found[0]?.cells.map((cell) => cell?.tonnes ?? 0) ?? [];
	expect(half).toBeCloseTo((full ?? 0) / 2, 6);
	expect(found[1]?.cells[0]).toBeNull();
	expect(found[1]?.cells[1]?.tonnes).toBeGreaterThan(0);
	expect(compare(plan, { ...plan, scenario: { ...plan.scenario, title: 'Andet' } })).toEqual([]);
});
