import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMeasure, saveHeat } from '../../../test/made-scenario.ts';
import type { Effect } from '../pathway/model.ts';
import { findRenames, renameInMeasures } from './rename-in-measures.ts';

const cell = (text: string) => {
	const [sector = '', carrier = ''] = text.split(' ');
	return { sector, carrier };
};
const cells = (...texts: string[]) => texts.map(cell);
const find = (before: readonly string[], after: readonly [string, string | null][]) => {
	const { sectors, carriers } = findRenames(
		cells(...before),
		cells(...after.map(([text]) => text)),
		after.map(([, was]) => (was === null ? undefined : cell(was))),
	);
	return [[...sectors], [...carriers]];
};
const move: Effect = {
	...{ kind: 'move', sector: 'homes', from: 'gas', to: 'heat', share: 0.5 },
	...{ efficiencyFrom: 1, efficiencyTo: 1, ratio: null },
};

describe('a name', () => {
	it('is another where all that is left of it has the same new one', () => {
		const after = [
			['boliger gas', 'homes gas'],
			['boliger heat', 'homes heat'],
			['cars fuel', null],
		] as const;
		expect(
			find(
				['homes gas', 'homes heat', 'homes oil'],
				after.map((each): [string, string | null] => [...each]),
			),
		).toEqual([[['homes', 'boliger']], []]);
		expect(find(['homes gas'], [['homes naturgas', 'homes gas']])).toEqual([[], [['gas', 'naturgas']]]);
	});

	it('is not where it is split, still there, swapped, or joined with one that was there', () => {
		const split: [string, string][] = [
			['flats gas', 'homes gas'],
			['houses heat', 'homes heat'],
		];
		expect(find(['homes gas', 'homes heat'], split)[0]).toEqual([]);
		expect(
			find(
				['homes gas', 'shops gas'],
				[
					['homes naturgas', 'homes gas'],
					['shops gas', 'shops gas'],
				],
			)[1],
		).toEqual([]);
		expect(
			find(
				['homes gas', 'shops gas'],
				[
					['shops gas', 'homes gas'],
					['homes gas', 'shops gas'],
				],
			)[0],
		).toEqual([]);
		expect(
			find(
				['homes gas', 'shops heat'],
				[
					['shops gas', 'homes gas'],
					['shops heat', 'shops heat'],
				],
			)[0],
		).toEqual([]);
		const joined: [string, string][] = [
			['buildings gas', 'homes gas'],
			['buildings heat', 'shops heat'],
		];
		expect(find(['homes gas', 'shops heat'], joined)[0]).toEqual([]);
		expect(find(['homes gas'], [['cars fuel', null]])).toEqual([[], []]);
	});
});

describe('measures', () => {
	const measures = [
		makeMeasure('a', [saveHeat, move, { kind: 'cut factor', sectors: ['homes', 'shops'], carriers: ['gas'], share: 0.1 }]),
		makeMeasure('b', [{ kind: 'supporting' }, { kind: 'uptake', tonnes: 5 }]),
	];

	it('speak of what they act on by its new name, and of all as before', () => {
		const renamed = renameInMeasures(measures, { sectors: new Map([['homes', 'boliger']]), carriers: new Map([['gas', 'naturgas']]) });
		expect(renamed[0]?.effects).toEqual([
			{ ...saveHeat, sector: 'boliger' },
			{ ...move, sector: 'boliger', from: 'naturgas' },
			{ kind: 'cut factor', sectors: ['boliger', 'shops'], carriers: ['naturgas'], share: 0.1 },
		]);
		expect(renamed[1]).toEqual(measures[1]);
	});

	it('are as they were when a name is changed there and back', () => {
		const name = fc.constantFrom('homes', 'shops', 'gas', 'heat', 'none');
		fc.assert(
			fc.property(name, name, (sector, carrier) => {
				const there = { sectors: new Map([[sector, 'new sector']]), carriers: new Map([[carrier, 'new carrier']]) };
				const back = { sectors: new Map([['new sector', sector]]), carriers: new Map([['new carrier', carrier]]) };
				expect(renameInMeasures(renameInMeasures(measures, there), back)).toEqual(measures);
			}),
		);
	});
});
