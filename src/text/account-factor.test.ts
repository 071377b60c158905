import { expect, it } from 'vitest';
import { ownFactorSentence } from './account-factor.ts';

it('says that an own value carries the years and the GWP set of the shipped one', () => {
	expect(ownFactorSentence({ validity: '2025-2031', gwpSet: 'AR4' }, 'da')).toBe(
		'Egen værdi bruges med den medfølgende værdis gyldighed (2025-2031) og GWP-sæt (AR4). Den har ikke sine egne.',
	);
	expect(ownFactorSentence({ validity: '2023', gwpSet: null }, 'da')).toContain('(2023). Den har ikke sin egen');
	expect(ownFactorSentence({ validity: '2023', gwpSet: null }, 'en')).toMatch(/\(2023\).*names no GWP set\.$/);
});
