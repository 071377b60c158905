import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { findNewestAccount, listAccountFigures } from './account-figure.ts';

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
			{ subject: 'agriculture', total: null, perInhabitant: null, isDerived: false },
			{ subject: 'energy', total: 1500, perInhabitant: 1.5, isDerived: true },
			{ subject: 'transport', total: 500, perInhabitant: 0.5, isDerived: false },
			{ subject: 'energy use', total: 70_000, unit: 'GJ' },
		]);
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
