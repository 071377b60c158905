import { expect, it } from 'vitest';
import type { FactorInForce, FactorStanding } from '#domain/account/emission-factor.ts';
import { ownFactorSentence } from './account-factor.ts';

const write = (standing: FactorStanding | null, shipped: Partial<FactorInForce> = {}, locale: 'da' | 'en' = 'da') =>
	ownFactorSentence({ validity: '2023', gwpSet: null, own: { standing }, ...shipped } as FactorInForce, locale);

it('says which years and which GWP set an own value is for', () => {
	const stated = (validFrom: number | null, validTo: number | null, gwpSet: FactorStanding['gwpSet'] = null) =>
		write({ validFrom, validTo, gwpSet });
	expect(stated(2024, 2025, 'AR5')).toBe('Gælder 2024-2025. Opgjort med GWP-sættet AR5.');
	expect(stated(2024, 2024)).toBe('Gælder 2024.');
	expect(stated(2024, null)).toBe('Gælder fra 2024.');
	expect(stated(null, 2025)).toBe('Gælder til og med 2025.');
	expect(stated(null, null)).toBe('Gælder alle år.');
});

it('says that an own value that states none carries the years and the GWP set of the shipped one', () => {
	expect(write(null, { validity: '2025-2031', gwpSet: 'AR4' })).toBe(
		'Egen værdi bruges med den medfølgende værdis gyldighed (2025-2031) og GWP-sæt (AR4), for den har ikke fået sine egne.',
	);
	expect(write(null)).toContain('(2023), for den har ikke fået sin egen');
	expect(write(null, {}, 'en')).toMatch(/\(2023\).*names no GWP set\.$/);
	expect(write(null, { own: null })).toBe('');
});
