import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountSectors } from '#domain/account/account.ts';
import { placeAccountBars } from './place-account-bars.ts';

describe('placeAccountBars', () => {
	it('draws all years on one scale, in the order of the sectors', () => {
		const { bars, zero } = placeAccountBars(
			[
				{ year: 2019, total: 200, sectors: { transport: 50, energy: 150 } },
				{ year: 2020, total: 100, sectors: { energy: 100, transport: null } },
			],
			400,
		);
		expect(zero).toBe(0);
		expect(bars[0]?.stretches).toEqual([
			{ sector: 'energy', tonnes: 150, x: 0, width: 300 },
			{ sector: 'transport', tonnes: 50, x: 300, width: 100 },
		]);
		expect(bars[1]?.stretches).toEqual([{ sector: 'energy', tonnes: 100, x: 0, width: 200 }]);
	});

	it('puts what is below zero to the left of it', () => {
		const { bars, zero } = placeAccountBars([{ year: 2019, total: 50, sectors: { energy: 75, agriculture: -25 } }], 100);
		expect(zero).toBe(25);
		expect(bars[0]?.stretches.map(({ x, width }) => [x, width])).toEqual([
			[25, 75],
			[0, 25],
		]);
	});

	it('stays inside the room, and survives having nothing to draw', () => {
		expect(placeAccountBars([], 100)).toEqual({ zero: 0, bars: [] });
		const tonnes = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null });
		const year = fc.record({
			year: fc.constant(2020),
			total: tonnes,
			sectors: fc.record(Object.fromEntries(accountSectors.map((s) => [s, tonnes]))),
		});
		fc.assert(
			fc.property(fc.array(year, { maxLength: 5 }), (years) => {
				for (const { stretches } of placeAccountBars(years, 600).bars)
					for (const { x, width } of stretches) {
						expect(x).toBeGreaterThanOrEqual(-0.1);
						expect(x + width).toBeLessThanOrEqual(600.1);
					}
			}),
		);
	});
});
