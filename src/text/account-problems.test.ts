import { expect, it } from 'vitest';
import type { AccountProblem } from '#domain/account/check-account.ts';
import { accountPlace, accountProblemSentence, totalChoiceLabel } from './account-problems.ts';

it('names a row in the middle of a line, and leaves the name of its sheet alone', () => {
	expect(accountPlace(2020, '10', 'da')).toBe('2020, række 10');
	expect(accountPlace(2020, 'Ark 1!10', 'en')).toBe('2020, row Ark 1!10');
	expect(accountPlace(2020, null, 'da')).toBe('2020');
});

it('tells totals of one name apart by what they are in each year', () => {
	const total = { label: 'Samlet (1)', years: [2018], tonnes: [119_225] };
	expect(totalChoiceLabel(total, 'da')).toBe('Samlet (1): 119.225 ton');
	expect(totalChoiceLabel({ ...total, years: [2018, 2019], tonnes: [119_225, 118_000] }, 'da')).toBe(
		'Samlet (1): 2018 119.225 ton; 2019 118.000 ton',
	);
});

it('writes large figures without decimals that tell nothing apart', () => {
	const say = (stated: number, expected: number) =>
		accountProblemSentence({ code: 'row.product-differs', label: null, sector: null, stated, expected } as AccountProblem, 'da');
	expect(say(9400, 2611.1111)).toBe('Aktivitet gange emissionsfaktor giver 2.611, men der står 9.400 ton.');
	expect(say(9400, 9400.4)).toContain('9.400,4');
	expect(say(12.5, 20)).toContain('12,5');
});

it('names two lines that were read as one, and says what to do', () => {
	const twice = { code: 'row.twice', row: 1, sector: 'energy', label: null, stated: null, expected: null } as const;
	expect(accountProblemSentence(twice, 'da')).toBe('Linjen står to gange: samme sektor, del, energikilde og gas.');
	const said = accountProblemSentence({ ...twice, label: 'Energi, El', other: 'Energi, El og fjernvarme' }, 'da');
	expect(said).toMatch(/^»Energi, El« og »Energi, El og fjernvarme« er læst som det samme: .* kolonnen Energikilde/);
});
