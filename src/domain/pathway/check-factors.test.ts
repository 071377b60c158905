import { expect, it } from 'vitest';
import { fromSecondYear, makeCell, makeMeasure, makeScenario } from '../../../test/made-scenario.ts';
import { applyWhatIf } from './apply-what-if.ts';
import { compileScenario } from './compile-scenario.ts';
import type { Effect, Measure } from './model.ts';

const gas = makeCell('homes', 'gas', { activity: 100, kg: 57.1 });
const cells = [{ ...gas, factor: { ...gas.factor, year: 2023 } }];
const save: Effect = { kind: 'reduce need', sector: 'homes', carriers: 'all', share: 0.2 };
const compile = (...measures: Measure[]) => compileScenario(makeScenario({ cells, measures }));
const rules = ({ findings }: ReturnType<typeof compile>) => findings.map(({ rule, measure }) => [rule, measure]);

it('how well savings are worked out is remarked on for measures that count, and for no other', () => {
	expect(rules(compile(makeMeasure('A', [save], fromSecondYear)))).toEqual([['old-factor', 'A']]);
	expect(rules(compile(makeMeasure('A', [save], { relations: [{ kind: 'in the baseline', from: 'KF25' }] })))).toEqual([]);
	const other = makeMeasure('B', [save], { relations: [{ kind: 'alternative to', measure: 'A' }] });
	expect(rules(compile(makeMeasure('A', [save]), other)).filter(([rule]) => rule === 'old-factor')).toEqual([['old-factor', 'A']]);
});

it('one that is dropped is remarked on no longer, and one that takes its place is', () => {
	const other = makeMeasure('B', [save], { relations: [{ kind: 'alternative to', measure: 'A' }] });
	const after = applyWhatIf(compile(makeMeasure('A', [save]), other), [{ measure: 'A', isDropped: true }]);
	expect(rules(after).filter(([rule]) => rule === 'old-factor')).toEqual([['old-factor', 'B']]);
});

it('a factor in a unit that is unlike the cell is one finding for the cell', () => {
	const factor = { ...gas.factor, kg: { co2e: 20 }, per: 'km' as const };
	const set = makeMeasure('A', [{ kind: 'set factor', sectors: 'all', carriers: ['gas'], factor }], fromSecondYear);
	const { findings } = compileScenario(makeScenario({ measures: [set] }));
	expect(findings.map(({ rule }) => rule)).toEqual(['unit-mismatch']);
});

it('a measure that is supporting and has tonnes as well is told of, and its tonnes count', () => {
	const both = compileScenario(makeScenario({ measures: [makeMeasure('A', [save, { kind: 'supporting' }], fromSecondYear)] }));
	expect([rules(both), both.measures[0]?.standing]).toEqual([[['supporting-beside', 'A']], 'counted']);
	expect(rules(compileScenario(makeScenario({ measures: [makeMeasure('A', [{ kind: 'supporting' }])] })))).toEqual([]);
});
