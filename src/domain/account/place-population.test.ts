import { expect, it } from 'vitest';
import { isInhabitants, placePopulation } from './place-population.ts';

const place = (years: readonly [number, number | null][], population: number | null, populationYear: number | null) =>
	[
		...placePopulation(
			years.map(([year, own]) => ({ year, population: own })),
			{ population, populationYear },
		),
	].map(([year, each]) => [year, each.population, each.populationYear]);

it('keeps the inhabitants that a file states for a year, and gives what was typed to one year alone', () => {
	const own: [number, number | null][] = [
		[1990, null],
		[2019, 29_800],
		[2023, null],
	];
	expect(place(own, 30_000, 2023)).toEqual([
		[1990, null, null],
		[2019, 29_800, 2019],
		[2023, 30_000, 2023],
	]);
	expect(place(own, 30_000, 1990)).toEqual([
		[1990, 30_000, 1990],
		[2019, 29_800, 2019],
		[2023, null, null],
	]);
});

it.each([null, 2024])('gives what was typed to the newest year where the file has no account of its year (%s)', (year) => {
	expect(
		place(
			[
				[2022, null],
				[2023, null],
			],
			30_000,
			year,
		),
	).toEqual([
		[2022, null, null],
		[2023, 30_000, year],
	]);
});

it('keeps the file’s own number for the year that was typed for too', () => {
	expect(
		place(
			[
				[2019, 29_800],
				[2023, 30_123],
			],
			30_000,
			2023,
		),
	).toEqual([
		[2019, 29_800, 2019],
		[2023, 30_123, 2023],
	]);
});

it('takes whole persons', () => {
	expect([1, 30_000, 0, -1, 0.5, NaN, 1e8].map(isInhabitants)).toEqual([true, true, false, false, false, false, false]);
});
