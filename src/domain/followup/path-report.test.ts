import { expect, test } from 'vitest';
import { readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import { countIllustrative, isPathIllustrative } from './illustrative.ts';
import { findSlip, findStandingShortfall, findWorstYear, isGapIllustrative, makePathReport, sumProposal } from './path-report.ts';

const soroe = readExamplePath('soroe');
const make = (isFollowedUp = true) => makePathReport(soroe, { rounds: isFollowedUp ? [readSoroeRound()] : [], earliest: 2027, others: [] });

test('the report of Sorø is about 2030, says where most slipped, and is the same every time', () => {
	const report = make();
	expect(report).toMatchObject({ round: 2023, year: 2030, slips: null, target: { year: 2030, tonnes: expect.closeTo(90_000, 6) } });
	expect(findWorstYear(report.gap)?.year).toBe(2025);
	expect(findWorstYear(report.gap)?.tonnes).toBeCloseTo(23_000, 6);
	expect(report.gap.sum).toBeCloseTo(23_800, 6);
	expect(report.drivers[0]).toMatchObject({ kind: 'reference', name: '1990' });
	const widths = report.drivers.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
	expect(widths).toEqual(widths.toSorted((one, other) => other - one));
	expect(findSlip(report.gap)).toMatchObject({ sum: expect.closeTo(23_800, 6), worst: { year: 2025 }, isNet: false });
	expect(findStandingShortfall(report)).toBeCloseTo(report.target?.shortfall ?? NaN, 6);
	expect(report.terms.map(({ measure }) => measure)).toEqual(soroe.scenario.order);
	expect(countIllustrative(soroe)).toBe(5);
	expect(JSON.stringify(make())).toBe(JSON.stringify(report));
});

test('before the first round there is no path as it stands', () => {
	const report = make(false);
	expect(report).toMatchObject({ round: null, gap: { standings: [] }, slips: null });
	expect(findStandingShortfall(report)).toBeNull();
	expect(findWorstYear(report.gap)).toBeNull();
	expect(findSlip(report.gap)).toBeNull();
});

test('prices a tonne for each whose money is stated, as wide as what is saved together', () => {
	const cost = {
		perspective: 'society',
		capital: 100_000_000,
		lifetime: 20,
		operation: 500_000,
		savings: 2_000_000,
		priceYear: 2025,
	} as const;
	const { scenario } = soroe;
	const priced = (rate: number | null) => {
		const measures = scenario.measures.map((each) => (['moerup', 'cykelstier'].includes(each.id) ? { ...each, costs: [cost] } : each));
		const discountRates = { ...scenario.discountRates, society: rate };
		const document = { ...soroe, scenario: { ...scenario, measures, discountRates } };
		return makePathReport(document, { rounds: [], earliest: 2027, others: [] });
	};
	expect(makePathReport(soroe, { rounds: [], earliest: 2027, others: [] }).costs).toEqual([]);
	const { costs, gap, year } = priced(0.04);
	const at = gap.standing.years.indexOf(year);
	const tonnes = gap.standing.measures.find(({ measure }) => measure === 'moerup')?.effects['in order']?.[at] ?? 0;
	// 100 million over 20 years at 4 % are 7,358,175 a year.
	expect(costs).toMatchObject([{ perspective: 'society', year, bars: [{ measure: 'moerup', from: 0, to: tonnes }] }]);
	// Its tonnes are counted in another: it has no price, and that is said.
	expect(costs[0]?.notCounted).toEqual([scenario.measures.find(({ id }) => id === 'cykelstier')?.title]);
	expect(costs[0]?.bars[0]?.yearlyCost).toBeCloseTo(7_358_175 + 500_000 - 2_000_000, 0);
	expect(priced(null).costs[0]).toMatchObject({ bars: [], findings: [{ rule: 'cost-without-rate' }] });
});

test('a sum rests on no document where one of the measures in it does', () => {
	const { scenario } = soroe;
	const stated = {
		...soroe,
		illustrative: [],
		scenario: { ...scenario, measures: scenario.measures.map((each) => ({ ...each, quality: 'calculated' as const })) },
		candidates: soroe.candidates.map((each) => ({ ...each, quality: 'calculated' as const })),
	};
	const mark = (document: typeof soroe) => {
		const report = makePathReport(document, { rounds: [readSoroeRound()], earliest: 2027, others: [] });
		const { tonnes, left, isIllustrative } = sumProposal(report);
		expect(tonnes).toBeCloseTo(
			report.duty.replacements.proposal.reduce((sum, each) => sum + (each.tonnes ?? 0), 0),
			6,
		);
		expect(tonnes).toBeGreaterThan(0);
		expect(left).toBeCloseTo((report.duty.replacements.shortfall ?? NaN) - tonnes, 6);
		return [isPathIllustrative(document), isGapIllustrative(report.gap.initiatives, document), isIllustrative];
	};
	expect(mark(stated)).toEqual([false, false, false]);
	expect(mark({ ...stated, candidates: soroe.candidates })).toEqual([false, false, true]);
	expect(mark({ ...stated, scenario })).toEqual([true, true, false]);
	expect(mark({ ...stated, illustrative: ['baseline'] })[0]).toBe(true);
	// What stands in tonnes is the same whatever the baseline says; a share of it is not.
	const ofBaseline = { ...stated, illustrative: ['baseline'] as const };
	const share = { kind: 'reduce need', sector: scenario.cells[0]?.sector ?? '', carriers: 'all', share: 0.09 } as const;
	const inShares = (measures: typeof scenario.measures) => measures.map((each) => ({ ...each, effects: [share] }));
	const tonnesAlone = {
		...stated.scenario,
		measures: stated.scenario.measures.filter(({ effects }) => effects.every(({ kind }) => kind === 'tonnes')),
	};
	const gaps = makePathReport(ofBaseline, { rounds: [readSoroeRound()], earliest: 2027, others: [] }).gap.initiatives;
	expect(isGapIllustrative(gaps, { ...ofBaseline, scenario: tonnesAlone })).toBe(false);
	expect(isGapIllustrative(gaps, { ...ofBaseline, scenario: { ...scenario, measures: inShares(stated.scenario.measures) } })).toBe(true);
	expect(mark({ ...ofBaseline, candidates: inShares(stated.candidates) })[2]).toBe(true);
	expect(mark({ ...stated, illustrative: ['targets'], candidates: inShares(stated.candidates) })[2]).toBe(false);
});
