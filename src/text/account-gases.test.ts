import { describe, expect, it } from 'vitest';
import type { GasReading } from '#domain/account/single-gas.ts';
import { gasReadingSentence, rowGasLabel } from './account-gases.ts';

const mass: GasReading = { gas: 'CH4', as: 'gas', lines: 2, tonnes: 1000, gwpSet: 'AR5', weight: 28, co2e: 28_000 };

describe('what the tonnes of a gas were taken for', () => {
	it('is said with the weight, and how to put it right', () => {
		expect(gasReadingSentence(mass, 'da')).toBe(
			'CH4 (2 linjer): 1.000 ton er læst som ton af gassen selv og ganget med 28 (AR5), altså 28.000 ton CO2e. Er tallene allerede omregnet, så skriv »ton CO2e« i kolonnen Enhed.',
		);
		expect(gasReadingSentence({ ...mass, lines: 1 }, 'en')).toMatch(/^CH4 \(1 line\): 1,000 tonnes .* 28 \(AR5\).* 28,000 tonnes CO2e\./);
	});

	it('without a set asks for one', () => {
		const text = gasReadingSentence({ ...mass, gwpSet: null, weight: null, co2e: null }, 'da');
		expect(text).toContain('Vælg GWP-sæt');
		expect(text).not.toMatch(/null|ganget/);
	});

	it('as CO2e counts once', () => {
		const co2e: GasReading = { ...mass, as: 'CO2e', tonnes: 26_500, weight: null, co2e: 26_500, gas: 'N2O', lines: 1 };
		expect(gasReadingSentence(co2e, 'da')).toBe(
			'N2O (1 linje): 26.500 ton står som CO2e i kilden og tæller én gang, uden at blive ganget igen.',
		);
	});
});

it('names the gas of a line, also where its tonnes are CO2e', () => {
	expect(rowGasLabel({ gas: 'CO2e', label: 'Landbrug (CH4 i CO2e)' }, 'da')).toBe('CH4, i CO2e');
	expect(rowGasLabel({ gas: 'CO2e', label: 'Landbrug' }, 'da')).toBe('CO2e');
	expect(rowGasLabel({ gas: 'F-gases', label: null }, 'da')).toBe('F-gasser');
});
