import { expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { listAccountPoints } from './account-points.ts';

const main = (tonnes: number | null) => [
	makeRow({ sector: 'agriculture', tonnes: 30 }),
	makeRow({ sector: 'energy', tonnes: 20 }),
	makeRow({ sector: 'transport', tonnes }),
];

it('a year is a point when its main sectors are stated, and says which sectors are not in it', () => {
	const accounts = [makeAccount({ year: 2021, rows: main(null) }), makeAccount({ year: 2022, rows: main(10) })];
	expect(listAccountPoints(accounts)).toEqual([
		{ year: 2022, tonnes: 60, source: 'Prøve', absent: ['waste', 'wastewater', 'processes'], missing: [] },
	]);
});

it('a year without a sector that another year has is lower for it, and says which', () => {
	const accounts = [
		makeAccount({ year: 2021, rows: main(10) }),
		makeAccount({ year: 2022, rows: [...main(10), makeRow({ sector: 'waste', tonnes: 5 })] }),
	];
	expect(listAccountPoints(accounts).map(({ year, missing }) => [year, missing])).toEqual([
		[2021, ['waste']],
		[2022, []],
	]);
});

it('the newest vintage counts, and the municipality as an enterprise never does', () => {
	const accounts = [
		makeAccount({ release: 'første', rows: main(10) }),
		makeAccount({ release: 'anden', rows: main(40) }),
		makeAccount({ kind: 'enterprise', year: 2023, rows: main(1) }),
	];
	expect(listAccountPoints(accounts).map(({ year, tonnes }) => [year, tonnes])).toEqual([[2022, 90]]);
});
