import { expect, it } from 'vitest';
import { readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import { calculateNet } from '../pathway/calculate-net.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { compileDecided, listTakenIn } from './compile-decided.ts';
import { takeInCandidate } from './edit-measures.ts';
import { makePathReport } from './path-report.ts';

const soroe = readExamplePath('soroe');
const [candidate] = soroe.candidates;
const later = takeInCandidate(soroe, candidate!, 2023);
const calculate = (...given: Parameters<typeof compileDecided>) => Array.from(calculateNet(compileDecided(...given)));

it('the path as decided is that of the page Sti: without what was taken in later', () => {
	const { gap } = makePathReport(later, { rounds: [readSoroeRound()], earliest: 2027, others: [] });
	expect(calculate(later, 2023)).toEqual(gap.decided.pathway.net.map((tonnes) => expect.closeTo(tonnes ?? NaN, 6)));
	expect(listTakenIn(later, 2023).map(({ id }) => id)).toEqual([candidate!.id]);
	expect(listTakenIn(takeInCandidate(soroe, candidate!, null), 2023)).toEqual([]);
});

it('before the first round nothing stands otherwise than decided', () => {
	expect(listTakenIn(later, null)).toEqual([]);
	expect(calculate(later, null)).toEqual(Array.from(calculateNet(compileScenario(later.scenario))));
});
