import { expect, it } from 'vitest';
import { describeAccount, describeShare, noteLacking, writeBarTotal, writeSumMark } from './account-sentence.ts';

const sectors = (['energy', 'transport'] as const).map((sector) => ({ sector, tonnes: 95_571.5, notations: [] }));
const whole = { kind: 'geographic', year: 2023, tonnes: 191_143, population: 30_000, sectors, absent: [], missing: [] } as const;

it('says the tonnes of a year and what that is for each inhabitant', () => {
	expect(describeAccount(whole, 'da')).toBe('I 2023 viser regnskabet 191.143 ton CO2e, 6,4 ton pr. indbygger.');
});

it('says what the source lacks instead of a figure for each inhabitant', () => {
	const text = describeAccount({ ...whole, absent: ['waste'] }, 'da');
	expect(text).toContain('energi og transport');
	expect(text).toContain('affald er ikke med i kilden');
	expect(text).not.toContain('pr. indbygger');
});

it('names the sectors that figures are missing from, and why', () => {
	const open = [
		{ sector: 'waste', tonnes: null, notations: ['NE'] },
		{ sector: 'processes', tonnes: 3, notations: ['IE', 'C'] },
		{ sector: 'wastewater', tonnes: null, notations: ['NO'] },
	] as const;
	expect(describeAccount({ ...whole, sectors: [...sectors, ...open] }, 'da')).toBe(
		'I 2023 viser regnskabet 191.143 ton CO2e, 6,4 ton pr. indbygger. Summen mangler tal fra affald (ikke opgjort, NE) og kemiske processer (fortroligt, C).',
	);
});

it('has no figure where nothing can be added', () => {
	expect(describeAccount({ ...whole, tonnes: null }, 'da')).not.toMatch(/191/);
});

it('has a star at a bar whose sum lacks figures, and tells of it once for the years that lack the same', () => {
	const open = [{ sector: 'waste', notations: ['NE'] }] as const;
	const hidden = [{ sector: 'processes', notations: ['C'] }] as const;
	const years = [
		{ year: 2018, total: 100, sectors: open },
		{ year: 2019, total: 100, sectors },
		{ year: 2020, total: null, sectors: open },
		{ year: 2021, total: 1000, sectors: open },
		{ year: 2022, total: 90, sectors: hidden },
	];
	expect(years.map((year) => writeBarTotal(year, 'da'))).toEqual(['100 ton*', '100 ton', 'ikke oplyst', '1.000 ton*', '90 ton*']);
	expect(noteLacking(years, 'da')).toEqual([
		'* 2018 og 2021: summen mangler tal fra affald (ikke opgjort, NE).',
		'* 2022: summen mangler tal fra kemiske processer (fortroligt, C).',
	]);
	expect(noteLacking(years, 'da', '')[1]).toBe('2022: summen mangler tal fra kemiske processer (fortroligt, C).');
});

it('has a star at a bar whose sum is without sectors that other years have, and names them', () => {
	const open = [{ sector: 'waste', notations: ['NE'] }] as const;
	const years = [
		{ year: 2021, total: 100, sectors, missing: [] },
		{ year: 2022, total: 60, sectors, missing: ['waste', 'processes'] as const },
		{ year: 2023, total: 50, sectors: open, missing: ['waste', 'processes'] as const },
		{ year: 2024, total: null, sectors, missing: ['waste'] as const },
	];
	expect(years.map((year) => writeBarTotal(year, 'da'))).toEqual(['100 ton', '60 ton*', '50 ton*', 'ikke oplyst']);
	const without = 'summen er uden affald og kemiske processer, som andre år har med. Den kan ikke sammenlignes med deres.';
	expect(noteLacking(years, 'da')).toEqual(['* 2023: summen mangler tal fra affald (ikke opgjort, NE).', `* 2022 og 2023: ${without}`]);
	expect(noteLacking(years, 'da', '')[1]).toBe(`2022 og 2023: ${without}`);
	expect(years.map((year) => writeSumMark(year, 'da')).slice(0, 3)).toEqual([
		null,
		'uden affald og kemiske processer',
		'mangler tal fra affald (ikke opgjort, NE); uden affald og kemiske processer',
	]);
});

it('says of the newest year of the municipality’s own account that other years have more sectors', () => {
	const own = { ...whole, kind: 'enterprise', absent: ['waste', 'processes'], missing: ['waste'] } as const;
	expect(describeAccount(own, 'da')).toMatch(/indbygger\. Summen er uden affald, som andre år har med\.$/);
	expect(describeAccount({ ...own, kind: 'geographic' }, 'da')).not.toContain('andre år');
});

it('does not give an own share of a sum that lacks figures without saying so', () => {
	const say = (own: readonly { sector: 'energy' | 'waste'; notations: readonly ('NE' | 'C' | 'NO')[] }[], area = own) =>
		describeShare({ year: 2023, share: 0.015 }, { own, area }, 'da')?.replaceAll('\u00a0', ' ');
	const whole = 'Kommunen som virksomhed står for 1,5 % af områdets udledning i 2023.';
	expect(say([{ sector: 'waste', notations: ['NO'] }])).toBe(whole);
	expect(say([{ sector: 'energy', notations: ['C'] }], [{ sector: 'waste', notations: ['NE'] }])).toBe(
		`${whole} Områdets sum mangler tal fra affald (ikke opgjort, NE), så andelen er ikke af hele udledningen. Kommunens egen sum mangler tal fra energi (fortroligt, C).`,
	);
	expect(describeShare({ year: 2023, share: null }, { own: [], area: [] }, 'da')).toBeNull();
});

it('leaves the part per inhabitant out where there is none', () => {
	expect(describeAccount({ ...whole, population: null }, 'da')).toBe('I 2023 viser regnskabet 191.143 ton CO2e.');
});
