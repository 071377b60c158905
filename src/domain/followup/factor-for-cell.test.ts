import { describe, expect, it } from 'vitest';
import type { FactorInForce, FactorStanding } from '../account/emission-factor.ts';
import { convertFactorUse, readFactorUse } from './factor-for-cell.ts';

const made = (own: Partial<FactorInForce>): FactorInForce => ({
	...{ id: 'x', nameDa: 'Naturgas', nameEn: 'Natural gas', subject: 'forbrænding', unit: 'kg CO2/GJ', value: 57.1, low: null, high: null },
	...{
		validity: '2023',
		validFrom: 2023,
		validTo: 2023,
		gasBasis: 'CO2 (kun)',
		gwpSet: null,
		note: '',
		sourceTitle: 'Kilde',
		sourceUrl: '',
	},
	...{ kind: 'emission_factor', isBiogenic: false, evidence: 'page', notFor: [], own: null },
	...own,
});

describe('a factor of the table', () => {
	it('says kilograms of its gas for a unit that a path counts in, or nothing', () => {
		const read = (unit: string, value: number | null = 57.1) => readFactorUse(made({ unit, value }));
		expect(read('kg CO2/GJ')).toMatchObject({ gas: 'co2', kilograms: 57.1, per: 'GJ', gwpSet: null });
		expect(read('g CH4/GJ', 5)).toMatchObject({ gas: 'ch4', kilograms: 0.005, per: 'GJ' });
		expect(read('t CO2/ha/år', 20)).toMatchObject({ gas: 'co2', kilograms: 20_000, per: 'ha' });
		for (const unit of ['kg CO2/Nm3', 't C/ha/år', 'kg N2O-N/ha/år', 'GJ/t']) expect(read(unit), unit).toBeNull();
		expect(read('kg CO2/GJ', null)).toBeNull();
		expect(readFactorUse(made({ unit: 'kg CO2/GJ', value: 94, isBiogenic: true }))).toBeNull();
		expect(readFactorUse(made({ unit: 'kg CO2e/kg', kind: 'gwp' }))).toBeNull();
	});

	it('tells the year, how long it holds, what it covers and where it is from, with the own value where there is one', () => {
		const use = readFactorUse(
			made({ unit: 'kg CO2e/kWh', value: 0.2, gwpSet: 'AR5', validFrom: 2023, validTo: 2023, notFor: ['allocation-125', 'local-supply'] }),
		);
		expect(use).toMatchObject({ gas: 'co2e', gwpSet: 'AR5', year: 2023, validTo: 2023, basis: '125 % allocation' });
	});

	it('is read with the years and the GWP set of the own value, and with the shipped ones where it states none', () => {
		const own = { factorId: 'x', value: 0.1, standing: null, source: 'Varmeværket', who: 'x', at: new Date(0), version: 1 };
		const read = (standing: FactorStanding | null, unit = 'kg CO2e/kWh') =>
			readFactorUse(made({ unit, value: 0.2, gwpSet: 'AR4', own: { ...own, standing } }));
		expect(read(null)).toMatchObject({ kilograms: 0.1, source: 'Varmeværket', year: 2023, validTo: 2023, gwpSet: 'AR4' });
		const stated = { validFrom: 2024, validTo: null, gwpSet: 'AR5' } as const;
		expect(read(stated)).toMatchObject({ kilograms: 0.1, year: null, validTo: null, gwpSet: 'AR5' });
		expect(read({ validFrom: 2025, validTo: 2025, gwpSet: null })).toMatchObject({ year: 2025, validTo: 2025, gwpSet: null });
		expect(read(stated, 'kg CO2/kWh')).toMatchObject({ gas: 'co2', gwpSet: null });
	});

	it('is told for a unit of another size, and not for another kind', () => {
		const use = readFactorUse(made({ unit: 'kg CO2/GJ', value: 57.1 }))!;
		expect(convertFactorUse(use, 'TJ')).toBeCloseTo(57_100, 9);
		expect(convertFactorUse(use, 'km')).toBeNull();
	});
});
