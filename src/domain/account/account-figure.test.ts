import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { accountSectors } from './account.ts';
import { findCommonYear, findNewestAccount, listAccountFigures } from './account-figure.ts';

describe('an account in short', () => {
	it('says of a derived total what it was derived from, and of a missing sector nothing', () => {
		const derived = { origin: 'per inhabitant x population', activity: 1000, factor: 1.5, tonnes: 1500 } as const;
		const figures = listAccountFigures(
			makeAccount({
				rows: [makeRow({ sector: 'energy', ...derived }), makeRow({ sector: 'transport', tonnes: 500 })],
				keyFigures: [{ subject: 'energy use', value: 70_000, unit: 'GJ', perInhabitant: 70 }],
			}),
		);
		expect(figures).toMatchObject([
			{ subject: 'energy', total: 1500, perInhabitant: 1.5, isDerived: true, isFromPopulation: true },
			{ subject: 'transport', total: 500, perInhabitant: 0.5, isDerived: false },
			{ subject: 'agriculture', total: null, perInhabitant: null, isDerived: false },
			{ subject: 'energy use', total: 70_000, unit: 'GJ' },
		]);
	});

	it('has the total and every sector where the account has them all, and marks only what was derived', () => {
		const [, , ...others] = accountSectors;
		const rows = [
			makeRow({ sector: 'energy', tonnes: 500 }),
			makeRow({ sector: 'transport', tonnes: 300, activity: 100, factor: 3000, origin: 'activity x factor' }),
			...others.map((sector) => makeRow(sector === 'waste' ? { sector, notation: 'IE', reason: 'i energi' } : { sector, tonnes: 10 })),
		];
		const figures = listAccountFigures(makeAccount({ rows }));
		expect(figures.map(({ subject }) => subject)).toEqual([...accountSectors, 'total']);
		expect(figures.filter(({ isDerived }) => isDerived).map(({ subject }) => subject)).toEqual(['transport']);
		expect(figures.some(({ isFromPopulation }) => isFromPopulation)).toBe(false);
		expect(figures.find(({ subject }) => subject === 'waste')).toMatchObject({ total: null, notations: ['IE'] });
		expect(figures.at(-1)).toMatchObject({ subject: 'total', total: 830, perInhabitant: 0.83 });
		const unknown = makeRow({ sector: 'waste', notation: 'NE', reason: 'mangler' });
		const open = rows.map((row) => (row.sector === 'waste' ? unknown : row));
		expect(listAccountFigures(makeAccount({ rows: open })).map(({ subject }) => subject)).toEqual([...accountSectors]);
		expect(listAccountFigures(makeAccount({ rows: rows.slice(1) })).map(({ subject }) => subject)).not.toContain('total');
	});
});

describe('the year of tables across municipalities', () => {
	it('is the one that most of them have an account of, the latest of equals', () => {
		const of = (...years: number[]) => years.map((year) => makeAccount({ year }));
		expect(findCommonYear([of(2023), of(2023, 2024), of(2023)])).toBe(2023);
		expect(findCommonYear([of(2023), of(2024), [makeAccount({ year: 2025, kind: 'enterprise' })]])).toBe(2024);
		expect(findCommonYear([])).toBeUndefined();
	});
});

describe('the account shown first', () => {
	it('is the latest year’s last vintage of the area', () => {
		const of = (year: number, release: string, kind: 'geographic' | 'enterprise' = 'geographic') => makeAccount({ year, release, kind });
		const accounts = [of(2022, 'a'), of(2023, 'b'), of(2023, 'c'), of(2024, 'd', 'enterprise')];
		expect(findNewestAccount(accounts)?.release).toBe('c');
		expect(findNewestAccount([])).toBeUndefined();
	});
});
