import { expect, test } from 'vitest';
import { readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import { countIllustrative, findStandingShortfall, findWorstYear, makePathReport } from './path-report.ts';

const soroe = readExamplePath('soroe');
const make = (isFollowedUp = true) => makePathReport(soroe, { rounds: isFollowedUp ? [readSoroeRound()] : [], earliest: 2027, others: [] });

test('the report of Sorø is about 2030, says where most slipped, and is the same every time', () => {
	const report = make();
	expect(report).toMatchObject({ round: 2023, year: 2030, slips: null, target: { year: 2030, tonnes: expect.closeTo(90_000, 6) } });
	expect(findWorstYear(report.gap)?.year).toBe(2025);
	expect(findWorstYear(report.gap)?.tonnes).toBeCloseTo(23_000, 6);
	expect(report.gap.sum).toBeCloseTo(23_800, 6);
	expect(findStandingShortfall(report)).toBeCloseTo(report.target?.shortfall ?? NaN, 6);
	expect(report.terms.map(({ measure }) => measure)).toEqual(soroe.scenario.order);
	expect(countIllustrative(soroe)).toBe(5);
	expect(JSON.stringify(make())).toBe(JSON.stringify(report));
});

test('before the first round there is no path as it stands', () => {
	const report = make(false);
	expect(report).toMatchObject({ round: null, standings: [], slips: null });
	expect(findStandingShortfall(report)).toBeNull();
	expect(findWorstYear(report.gap)).toBeNull();
});
