import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFactors } from '#importers/read-account-reference.ts';
import { makeRow } from '../../../test/made-up-account.ts';
import type { AccountRow } from './account.ts';
import { checkFactorUse } from './check-factor-use.ts';
import { putOwnFactors } from './emission-factor.ts';
import { listFactorCarriers } from './factor-carriers.ts';

const shipped = readFactors(readFileSync('reference/emission-factors.csv', 'utf8'));
const own = { value: 55, standing: null, source: 'Værket', who: 'x', at: new Date(0), version: 1 };
const gas = { sector: 'energy', carrier: 'natural gas', activity: 100, activityUnit: 'TJ', factorUnit: 'kg/GJ', tonnes: 5710 } as const;
const check = (row: Partial<AccountRow>, year = 2025, overrides: Parameters<typeof putOwnFactors>[1] = []) =>
	checkFactorUse(makeRow({ ...gas, ...row }), year, putOwnFactors(shipped, overrides));
const codes = (...given: Parameters<typeof check>) => check(...given).map(({ code }) => code);

describe('the factor a line names', () => {
	it('is fine where fuel, value and years are those of the list, in whatever unit', () => {
		expect(check({ factorId: 'ens-soeb25-ledningsgas', factor: 57.1 })).toEqual([]);
		expect(check({ factorId: 'ens-soeb25-ledningsgas', factor: 205.56, factorUnit: 'g CO2/kWh' })).toEqual([]);
		expect(check({ factorId: null, factor: 1 })).toEqual([]);
	});

	it.each([
		['unknown', { factorId: 'findes-ikke', factor: 57.1 }, 2025],
		['no-emission-factor', { factorId: 'ipcc2006-ncv-natural-gas', factor: 48 }, 2025],
		['other-activity', { factorId: 'ens-soeb25-kul', factor: 95.1 }, 2025],
		['other-activity', { factorId: 'ipcc2006-ch4-road-cng', factor: 92, factorUnit: 'g CH4/GJ' }, 2025],
		['value-differs', { factorId: 'ens-soeb25-ledningsgas', factor: 94 }, 2025],
		['other-unit', { factorId: 'ens-soeb25-ledningsgas', factor: 2.2, factorUnit: 'kg/Nm3' }, 2025],
		['outside-years', { factorId: 'ens-soeb25-ledningsgas', factor: 57.1 }, 2022],
		['restricted', { factorId: 'dgc-naturgas', factor: 56.78 }, 2025],
	] as const)('gets the remark %s', (code, row, year) => {
		expect(codes(row, year)).toEqual([code]);
	});

	it('is held against the municipality’s own value where it has one', () => {
		const overrides = [{ ...own, factorId: 'ens-soeb25-ledningsgas' }];
		expect(check({ factorId: 'ens-soeb25-ledningsgas', factor: 57.1 }, 2025, overrides)).toMatchObject([
			{ code: 'value-differs', stated: 57.1, expected: 55, isOwn: true },
		]);
		expect(check({ factorId: 'ens-soeb25-ledningsgas', factor: 55 }, 2025, overrides)).toEqual([]);
	});

	it('has no restriction that the line keeps', () => {
		const wood = { carrier: 'wood', factorId: 'ipcc2006-co2-wood', factor: 112 } as const;
		expect(codes(wood)).toEqual(['restricted']);
		expect(codes({ ...wood, part: 'biogenic' })).toEqual([]);
	});

	it('is told from others by the words of its id', () => {
		expect(listFactorCarriers('ipcc2006-co2-biodiesel')).toEqual(['biofuel']);
		expect(listFactorCarriers('hb2016-el')).toContain('electricity');
		expect(listFactorCarriers('br18-fjernvarme-2025')).toContain('district heat');
		expect(listFactorCarriers('au-eltog')).toEqual([]);
	});
});
