import { expect, it } from 'vitest';
import { describeAccount } from './account-sentence.ts';

const sectors = (['energy', 'transport'] as const).map((sector) => ({ sector, tonnes: 95_571.5, notations: [] }));
const whole = { kind: 'geographic', year: 2023, tonnes: 191_143, population: 30_000, sectors, absent: [] } as const;

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
