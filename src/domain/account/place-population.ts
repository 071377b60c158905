import type { AccountDraft, AccountHead } from './account-draft.ts';

type Population = Pick<AccountHead, 'population' | 'populationYear'>;

/** Whether a number can be the inhabitants of a municipality: whole persons, at least one. */
export function isInhabitants(number: number): boolean {
	return Number.isSafeInteger(number) && number > 0 && number < 1e8;
}

/**
 * The inhabitants of each year of a file: those the file states for it. What a person typed is of one year: it goes to that year, or
 * where the file has no such year to the newest. An emission of 1990 is not divided by the inhabitants of today.
 */
export function placePopulation(drafts: readonly Pick<AccountDraft, 'year' | 'population'>[], typed: Population): Map<number, Population> {
	const years = drafts.map(({ year }) => year);
	const typedFor = typed.populationYear !== null && years.includes(typed.populationYear) ? typed.populationYear : Math.max(...years);
	return new Map(
		drafts.map(({ year, population }) => {
			if (population !== null) return [year, { population, populationYear: year }];
			return [year, year === typedFor ? typed : { population: null, populationYear: null }];
		}),
	);
}
