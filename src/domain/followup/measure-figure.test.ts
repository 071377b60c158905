import { expect, it } from 'vitest';
import { readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import { takeInCandidate } from './edit-measures.ts';
import { findMeasureFigure } from './measure-figure.ts';
import { makePathReport } from './path-report.ts';

const soroe = readExamplePath('soroe');
const first = soroe.scenario.measures[0]!;
// Half of the need is saved before all others, which leaves them less to save from.
const before = {
	...soroe.candidates[0]!,
	id: 'before',
	effects: soroe.scenario.cells.map(({ sector }) => ({ kind: 'reduce need', sector, carriers: 'all', share: 0.5 }) as const),
};
const later = { ...takeInCandidate({ ...soroe, candidates: [before] }, before, 2023) };
const document = { ...later, scenario: { ...later.scenario, order: null } };

it('a measure has the figure of the page Sti, whatever was taken in later', () => {
	const { gap } = makePathReport(document, { rounds: [readSoroeRound()], earliest: 2027, others: [] });
	for (const { id } of soroe.scenario.measures) {
		const { tonnes, year } = findMeasureFigure(document, id, 2023);
		const decided = gap.decided.measures.find(({ measure }) => measure === id);
		expect([id, tonnes]).toEqual([id, decided?.effects['in order']?.[gap.decided.years.indexOf(year)] ?? null]);
		expect([id, tonnes]).toEqual([id, findMeasureFigure(soroe, id, 2023).tonnes]);
	}
	// Before the first round all of it is decided, and the other comes in between.
	expect(findMeasureFigure(document, first.id, null).tonnes).toBeLessThan(findMeasureFigure(document, first.id, 2023).tonnes ?? 0);
});

it('one taken in later is counted beside all others', () => {
	expect(findMeasureFigure(document, 'before', 2023)).toMatchObject({ standing: 'counted' });
	expect(findMeasureFigure(document, 'before', 2023).tonnes).toBeGreaterThan(0);
	expect(findMeasureFigure(document, 'nowhere', 2023)).toMatchObject({ tonnes: null, findings: [] });
});
