import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../test/made-up-account.ts';
import { sumAccount } from '#domain/account/sum-account.ts';
import { accountLineName, accountProduct, describeLineTonnes, gwpSetLabel, writeFactor } from './account-line.ts';

describe('a line of an account', () => {
	it('is in CO2e, with the calculation of a single gas in words', () => {
		const row = makeRow({ sector: 'agriculture', gas: 'CH4', tonnes: 1000 });
		expect(describeLineTonnes(row, 'AR5', 'da')).toEqual({ tonnes: '28.000', calculation: '1.000 t CH4 × 28 (AR5)' });
		expect(describeLineTonnes({ ...row, gas: 'N2O', tonnes: 100 }, 'AR6', 'en')).toEqual({
			tonnes: '27,300',
			calculation: '100 t N2O × 273 (AR6)',
		});
	});

	it.each(['CO2', 'CO2e', 'F-gases'] as const)('of %s has nothing to calculate', (gas) => {
		expect(describeLineTonnes(makeRow({ sector: 'energy', gas, tonnes: 93_676.4 }), 'AR5', 'da')).toEqual({
			tonnes: '93.676',
			calculation: null,
		});
	});

	it('adds up with the others to the year', () => {
		const rows = [
			makeRow({ sector: 'energy', tonnes: 92_576 }),
			makeRow({ sector: 'agriculture', gas: 'CH4', tonnes: 1000 }),
			makeRow({ sector: 'agriculture', gas: 'N2O', tonnes: 100 }),
		];
		const shown = rows.map((row) => Number(describeLineTonnes(row, 'AR5', 'da')?.tonnes.replaceAll('.', '')));
		expect(shown.reduce((sum, each) => sum + each, 0)).toBe(sumAccount(makeAccount({ rows })).total.tonnes);
	});

	it('without a number has none, and in an account without a set says why', () => {
		const row = makeRow({ sector: 'waste', gas: 'CH4', notation: 'NE' });
		expect(describeLineTonnes(row, 'AR5', 'da')).toBeNull();
		expect(describeLineTonnes({ ...row, notation: null, tonnes: 5 }, null, 'da')).toEqual({
			tonnes: '–',
			calculation: '5 t CH4; uden GWP-sæt kan de ikke regnes om',
		});
	});

	it('names the scope where it is stated, so that two lines that differ there look different', () => {
		const row = makeRow({ sector: 'energy', subSector: 'services', carrier: 'electricity', scope: 2 });
		expect(accountLineName(row, 'da')).toBe('Energi, Service og kommune, El, scope 2');
		expect(accountLineName({ ...row, scope: null, part: 'biogenic' }, 'da')).toBe('Energi, Service og kommune, El, Biogen CO2');
	});

	it('says its product with the decimals it has, and our own units in the language of the page', () => {
		const row = makeRow({ sector: 'energy', activity: 100, activityUnit: 'TJ', factor: 57.5, factorUnit: 't/TJ' });
		expect(accountProduct(row, 'da')).toBe('100 TJ gange 57,5 t/TJ');
		const each = { ...row, activityUnit: 'indbyggere', factorUnit: 't CO2e/indbygger' };
		expect(accountProduct(each, 'da')).toContain('100 indbyggere gange 57,5 t CO2e/indbygger');
		expect(accountProduct(each, 'en')).toBe('100 inhabitants times 57.5 t CO2e/inhabitant');
		expect(accountProduct({ ...row, factor: null }, 'da')).toBe('');
	});
});

it('writes a factor with its own decimals', () => {
	const values = [57.5, 57, 0.0021, 0.00000012, 0.1 + 0.2, 1234.5, -10];
	expect(values.map((value) => writeFactor(value, 'da'))).toEqual([...['57,5', '57', '0,0021', '0,00000012', '0,3', '1.234,5', '-10']]);
});

it('names a GWP set with its weights', () => {
	expect(gwpSetLabel('AR6', 'da')).toBe('AR6 (CH4 × 27,9, N2O × 273)');
});
