import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gwpSets } from './account.ts';
import { getWeight, gwpValues, toCo2e } from './gwp.ts';

describe('toCo2e', () => {
	it('multiplies gases and leaves CO2 as it is', () => {
		expect(toCo2e({ gas: 'CH4', tonnes: 10 }, 'AR5', 'AR5')).toEqual({ kind: 'tonnes', tonnes: 280 });
		expect(toCo2e({ gas: 'N2O', tonnes: 10 }, 'AR5', 'AR4')).toEqual({ kind: 'tonnes', tonnes: 2980 });
		expect(toCo2e({ gas: 'CO2', tonnes: 10 }, null, 'AR6')).toEqual({ kind: 'tonnes', tonnes: 10 });
	});

	it('never converts CO2e, whose gases nobody has stated', () => {
		expect(toCo2e({ gas: 'CO2e', tonnes: 10 }, 'AR4', 'AR5')).toEqual({ kind: 'gases-unknown', from: 'AR4', to: 'AR5' });
		expect(toCo2e({ gas: 'F-gases', tonnes: 10 }, null, 'AR5')).toEqual({ kind: 'gases-unknown', from: null, to: 'AR5' });
		expect(toCo2e({ gas: 'CO2e', tonnes: 10 }, 'AR5', 'AR5')).toEqual({ kind: 'tonnes', tonnes: 10 });
		expect(toCo2e({ gas: 'CO2e', tonnes: 10 }, null, null)).toEqual({ kind: 'tonnes', tonnes: 10 });
	});

	it('says nothing of methane without a set, and nothing of a row without tonnes', () => {
		expect(toCo2e({ gas: 'CH4', tonnes: 10 }, null, null)).toEqual({ kind: 'set-unknown' });
		expect(toCo2e({ gas: 'CO2e', tonnes: null }, 'AR5', 'AR5')).toEqual({ kind: 'not-stated' });
	});
});

describe('the warming potentials', () => {
	// Whole numbers in the list of factors are written without decimals, so they are compared as numbers.
	const lines = readFileSync(new URL('../../../reference/emission-factors.csv', import.meta.url), 'utf8').split('\n');
	const read = (id: string) => Number(/,kg CO2e\/kg,([\d.]+),/.exec(lines.find((line) => line.startsWith(`${id},`)) ?? '')?.[1]);

	it.each(gwpSets)('of %s are those of the list of factors', (set) => {
		expect(gwpValues[set].CH4).toBe(read(`gwp100-${set.toLowerCase()}-ch4`));
		expect(gwpValues[set].N2O).toBe(read(`gwp100-${set.toLowerCase()}-n2o`));
		expect(getWeight('CH4', set)).toBe(gwpValues[set].CH4);
	});

	it('reproduce what Fjernvarme Fyn prints for 2023 (AR4) and Kredsløb for 2021 (AR5)', () => {
		expect(15.32 + 0.00458 * gwpValues.AR4.CH4 + 0.00131 * gwpValues.AR4.N2O).toBeCloseTo(15.825, 3);
		expect(45.7 + 0.0134 * gwpValues.AR5.CH4 + 0.0029 * gwpValues.AR5.N2O).toBeCloseTo(46.84, 2);
	});
});
