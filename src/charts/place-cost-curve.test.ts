import { describe, expect, it } from 'vitest';
import { placeCostCurve } from './place-cost-curve.ts';

const size = { width: 600, height: 200, fontSize: 14 };

describe('an abatement cost curve', () => {
	it('is as wide as the tonnes and as high as a tonne costs, with what pays for itself below zero', () => {
		const bars = [
			{ from: 0, to: 1000, perTonne: -500 },
			{ from: 1000, to: 3000, perTonne: 0 },
			{ from: 3000, to: 6000, perTonne: 1500 },
		];
		expect(placeCostCurve(bars, size)).toEqual({
			...{ zero: 150, most: 1500, least: -500 },
			bars: [
				{ x: 0, y: 150, width: 100, height: 50, foot: 150 },
				{ x: 100, y: 150, width: 200, height: 0, foot: 150 },
				{ x: 300, y: 0, width: 300, height: 150, foot: 150 },
			],
		});
	});

	it('sets the number of a low bar on top of it', () => {
		const bars = [
			{ from: 0, to: 1000, perTonne: 40 },
			{ from: 1000, to: 3000, perTonne: 1000 },
		];
		expect(placeCostCurve(bars, size).bars.map(({ y, foot }) => [y, foot])).toEqual([
			[192, 192],
			[0, 200],
		]);
	});

	it('has no heights where everything is free, and nothing where nothing is priced', () => {
		expect(placeCostCurve([{ from: 0, to: 10, perTonne: 0 }], size).bars).toEqual([{ x: 0, y: 0, width: 600, height: 0, foot: 0 }]);
		expect(placeCostCurve([], size)).toEqual({ zero: 0, most: 0, least: 0, bars: [] });
	});
});
