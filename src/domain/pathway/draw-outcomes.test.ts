import { describe, expect, it } from 'vitest';
import { makeCell, makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { calculateNet } from './calculate-net.ts';
import { compileScenario } from './compile-scenario.ts';
import { getNormalQuantile, getNormalShare, getQuantile } from './distribution.ts';
import { drawOutcomes } from './draw-outcomes.ts';
import { createHalton } from './halton.ts';
import { listDrivers } from './list-drivers.ts';
import type { Effect, Scenario } from './model.ts';
import { copyNumbers, createSetter, listUncertainInputs } from './uncertain-inputs.ts';

const range = { low: 0.1, mid: 0.2, high: 0.3 };
const unsure = makeMeasure('A', [{ ...saveHeat, share: range } as Effect]);
const target = { id: '2030', year: 2030, level: { reduction: 0.5 }, isInterim: false };
const base: Partial<Scenario> = {
	measures: [unsure],
	reference: { year: 1990, tonnes: { low: 8500, mid: 9136, high: 10_000 }, gwpSet: null, method: null, source: null },
	targets: { counts: 'net', start: null, between: 'none', targets: [target] },
};
const compile = (own: Partial<Scenario> = {}) => compileScenario(makeScenario({ ...base, ...own }));

describe('low, mid and high', () => {
	it('are the ends and the top of a triangle', () => {
		const values = [0, 0.125, 0.5, 0.875, 1].map((u) => getQuantile({ low: 0, mid: 2, high: 4 }, u, 'triangular'));
		expect(values).toEqual([0, 1, 2, 3, 4]);
	});

	it('or P10, P50 and P90', () => {
		const skewed = { low: 1, mid: 2, high: 6 };
		const values = [0.1, 0.5, 0.9].map((u) => getQuantile(skewed, u, 'P10-P90'));
		expect(values.map((value) => Number(value.toFixed(8)))).toEqual([1, 2, 6]);
	});

	it('are certain when they are the same', () => {
		expect(getQuantile({ low: 5, mid: 5, high: 5 }, 0.01, 'triangular')).toBe(5);
	});

	it('rest on the normal curve', () => {
		expect(getNormalQuantile(0.975)).toBeCloseTo(1.959964, 6);
		expect(getNormalQuantile(0.001)).toBeCloseTo(-3.090232, 6);
		for (const z of [-3, -1, 0, 0.5, 2]) expect(getNormalQuantile(getNormalShare(z))).toBeCloseTo(z, 3);
	});
});

describe('the points', () => {
	const draw = (count: number, dimensions: number, seed: number) => {
		const point = new Float64Array(dimensions);
		const next = createHalton(dimensions, seed);
		return Array.from({ length: count }, (_, index) => {
			next(index, point);
			return [...point];
		});
	};

	it('are the same for the same seed', () => {
		expect(draw(5, 3, 1)).toEqual(draw(5, 3, 1));
		expect(draw(5, 3, 1)).not.toEqual(draw(5, 3, 2));
	});

	it('fill every dimension evenly, also the hundredth', () => {
		const points = draw(2000, 100, 4);
		for (const dimension of [0, 1, 50, 99]) {
			const values = points.map((point) => point[dimension] ?? 0).sort((one, two) => one - two);
			const worst = Math.max(...values.map((value, place) => Math.abs(value - (place + 0.5) / values.length)));
			expect(worst).toBeLessThan(0.03);
			expect([Math.min(...values) > 0, Math.max(...values) < 1]).toEqual([true, true]);
		}
	});

	it('are not bound to each other in late dimensions, as the plain sequence is', () => {
		const points = draw(400, 60, 2);
		const [one, two] = [points.map((point) => point[58] ?? 0), points.map((point) => point[59] ?? 0)];
		const product = one.reduce((sum, value, place) => sum + (value - 0.5) * ((two[place] ?? 0) - 0.5), 0);
		expect(Math.abs((12 * product) / one.length)).toBeLessThan(0.15);
	});
});

describe('what is uncertain', () => {
	it('is each measure, each sector and each carrier once, and the reference level', () => {
		const spread = { low: 0.9, high: 1.1, from: null };
		const gas = makeCell('homes', 'gas', { activity: 100, kg: 57.1 }, { activitySpread: spread });
		const cells = [gas, makeCell('homes', 'heat', { activity: 1, kg: 15 }, { activitySpread: spread })];
		const factors = ['homes', 'trade'].map((sector) => {
			const cell = makeCell(sector, 'power', { activity: 1, kg: 1 });
			return { ...cell, factor: { ...cell.factor, spread } };
		});
		const inputs = listUncertainInputs(compile({ cells: [...cells, ...factors] }));
		expect(inputs.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['measure A', 'activity homes', 'factor power', 'reference 1990']);
	});

	it('widens from its first year to the last', () => {
		const cells = [makeCell('homes', 'gas', { activity: 100, kg: 10 }, { activitySpread: { low: 0.5, high: 1.5, from: 2025 } })];
		const model = compile({ cells, measures: [] });
		const numbers = copyNumbers(model);
		createSetter(model, numbers, { kind: 'activity', name: 'homes', place: -1 })(1);
		expect([...numbers.activity].map(Math.round)).toEqual([100, 110, 120, 130, 140, 150]);
		expect(model.numbers.activity[5]).toBe(100);
	});

	it('lets a low new factor go with a strong measure', () => {
		const factor = { ...makeCell('', '', { activity: 0, kg: 10 }).factor, spread: { low: 0.5, high: 1.5, from: null } };
		const model = compile({ measures: [makeMeasure('S', [{ kind: 'set factor', sectors: 'all', carriers: ['gas'], factor }])] });
		const numbers = copyNumbers(model);
		createSetter(model, numbers, { kind: 'measure', name: 'S', place: 0 })(1);
		expect(calculateNet({ ...model, numbers })[0]).toBeCloseTo(500, 9);
	});
});

describe('the outcomes', () => {
	it('are spread as the range says', () => {
		const { p10, p50, p90 } = drawOutcomes(compile({ reference: null }), { draws: 4000 });
		const saved = [p10, p50, p90].map((figures) => 1 - (figures[0] ?? 0) / 5710);
		// A triangle from 0.1 over 0.2 to 0.3 has its tenths at 0.1447 and 0.2553.
		expect(saved[0]).toBeCloseTo(0.2553, 3);
		expect(saved[1]).toBeCloseTo(0.2, 3);
		expect(saved[2]).toBeCloseTo(0.1447, 3);
	});

	it('are the same bytes for the same seed', () => {
		const write = (seed: number) => JSON.stringify(drawOutcomes(compile(), { draws: 200, seed, correlation: 0.3 }));
		expect(write(1)).toBe(write(1));
		expect(write(1)).not.toBe(write(2));
	});

	it('tell how likely a target is, with the reference level uncertain too', () => {
		// Expected: exactly the target. A reference level that is more often above than below makes it likelier than not.
		const { targets } = drawOutcomes(compile(), { draws: 2000 });
		expect(targets[0]?.probability).toBeGreaterThan(0.5);
		expect(targets[0]?.probability).toBeLessThan(0.7);
		expect(drawOutcomes(compile({ measures: [] }), { draws: 50 }).targets[0]?.probability).toBe(0);
		expect(drawOutcomes(compile({ reference: null }), { draws: 50 }).targets[0]?.probability).toBeNull();
	});

	it('spread more when measures succeed or fail together', () => {
		const measures = Array.from({ length: 8 }, (_, place) =>
			makeMeasure(String(place), [{ ...saveHeat, share: { low: 0, mid: 0.05, high: 0.1 } } as Effect]),
		);
		const width = (correlation: number) => {
			const { p10, p90 } = drawOutcomes(compile({ measures, reference: null }), { draws: 2000, correlation });
			return (p90[0] ?? 0) - (p10[0] ?? 0);
		};
		expect(width(0.8) / width(0)).toBeGreaterThan(1.8);
	});

	it('are missing where the baseline is', () => {
		const cells = [makeCell('homes', 'gas', { activity: { years: { 2025: 100, 2030: 90 }, interpolate: false }, kg: 57.1 })];
		expect(drawOutcomes(compile({ cells }), { draws: 20 }).p50.map((each) => each === null)).toEqual([
			false,
			true,
			true,
			true,
			true,
			false,
		]);
		expect(listDrivers(compile({ cells }), 2026)).toEqual([]);
	});

	it('name what matters most', () => {
		const small = makeMeasure('B', [{ ...moveHeat, share: { low: 0.49, mid: 0.5, high: 0.51 } } as Effect]);
		const drivers = listDrivers(compile({ measures: [small, unsure] }), 2030);
		expect(drivers.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['reference 1990', 'measure A', 'measure B']);
		expect([Number(drivers[1]?.atLow) > 0, Number(drivers[1]?.atHigh) < 0]).toEqual([true, true]);
	});
});
