import { describe, expect, it } from 'vitest';
import { isSameGas, multiplyLine } from './multiply-line.ts';

const multiply = (activity: number, activityUnit: string | null, factor: number, factorUnit: string | null) =>
	multiplyLine({ activity, activityUnit, factor, factorUnit });

describe('activity times factor', () => {
	it.each([
		[100, 'TJ', 94, 'kg/MWh', 2611.1, null],
		[100, 'TJ', 57.1, 'kg/GJ', 5710, null],
		[1000, 'MWh', 0.187, 'kg CO2e/kWh', 187, 'CO2e'],
		[5, 'GWh', 448, 'g CO2 pr. kWh', 2240, 'CO2'],
		[500, '1.000 Nm³', 2.2, 'kg/Nm3', 1100, null],
		[2, 'mio. Nm3', 2.2, 'kg CO2 per Nm3', 4400, 'CO2'],
		[3000, 'liter', 2.66, 'kg CO2/l', 7.98, 'CO2'],
		[10, 'ha', 2, 't CO2/ha/år', 20, 'CO2'],
		[100, 'TJ', 5, 'g CH4/GJ', 0.5, 'CH4'],
	])('%d %s gange %d %s', (activity, activityUnit, factor, factorUnit, tonnes, gas) => {
		const product = multiply(activity, activityUnit, factor, factorUnit);
		expect(product).toMatchObject({ kind: 'tonnes', gas });
		expect(product?.kind === 'tonnes' && product.tonnes).toBeCloseTo(tonnes, 1);
	});

	it('is not said across kinds of units, nor in units nobody knows', () => {
		expect(multiply(100, 'TJ', 2.2, 'kg/Nm3')).toEqual({ kind: 'other-kind' });
		expect(multiply(100, 'm3', 2.2, 'kg/Nm3')).toEqual({ kind: 'other-kind' });
		expect(multiply(100, 'favne', 2, 'kg/favn')).toEqual({ kind: 'unit-unknown' });
		expect(multiply(100, 'ha', 2, 't CO2-C/ha/år')).toEqual({ kind: 'unit-unknown' });
		expect(multiply(100, null, 57.1, null)).toEqual({ kind: 'unit-unknown' });
		expect(multiplyLine({ activity: 100, activityUnit: 'TJ', factor: null, factorUnit: 'kg/GJ' })).toBeNull();
	});

	it('knows which gases may stand for each other', () => {
		expect(isSameGas('CO2', 'CO2e')).toBe(true);
		expect(isSameGas(null, 'CH4')).toBe(true);
		expect(isSameGas('CO2e', 'CH4')).toBe(false);
	});
});
