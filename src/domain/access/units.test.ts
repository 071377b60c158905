import { describe, expect, it } from 'vitest';
import { findUnitOf, proposeUnits } from './propose-units.ts';
import { listUnitsBelow, placeUnits } from './unit-tree.ts';

const lines = (...bodies: (string | null)[]) => bodies.map((responsible, at) => ({ initiativeId: `i${at}`, responsible }));
const unit = (id: string, name: string, parentId: string | null = null) => ({ id, name, parentId, version: 1 });

describe('units proposed from a plan', () => {
	it('take what is spelled in several ways for one, under the spelling used most, and leave out what is not stated', () => {
		expect(proposeUnits(lines('Økonomi og stab', 'Økonomi og Stab', 'Økonomi og stab', null, ' '), [])).toEqual([
			{
				name: 'Økonomi og stab',
				spellings: [
					{ text: 'Økonomi og stab', count: 2 },
					{ text: 'Økonomi og Stab', count: 1 },
				],
				initiativeIds: ['i0', 'i2', 'i1'],
				unitId: null,
				parentName: null,
			},
		]);
	});

	it('put a part under its whole, when that is a body itself or a unit already', () => {
		const part = 'Teknik, miljø og drift - Planafdeling';
		expect(proposeUnits(lines(part, 'Teknik, miljø og drift'), []).map(({ parentName }) => parentName)).toEqual([
			null,
			'Teknik, miljø og drift',
		]);
		expect(proposeUnits(lines(part), [])[0]?.parentName).toBeNull();
		expect(proposeUnits(lines(part), [unit('u', 'Teknik, miljø og drift')])[0]?.parentName).toBe('Teknik, miljø og drift');
	});

	it('know a unit that is there', () => {
		expect(proposeUnits(lines('Børn og familier'), [unit('u', 'Børn og Familier')])[0]?.unitId).toBe('u');
	});

	it('are the unit of that very name before one that is a slip apart', () => {
		const units = [unit('slip', 'Natur og miljøs'), unit('same', 'Natur og Miljø')];
		expect(findUnitOf(units, ['natur  og miljø'])?.id).toBe('same');
		expect(findUnitOf(units.slice(0, 1), ['Natur og miljø'])?.id).toBe('slip');
		expect(findUnitOf(units, ['Kultur og fritid'])).toBeUndefined();
	});
});

describe('the tree of units', () => {
	const units = [unit('b', 'B', 'a'), unit('a', 'A'), unit('c', 'C', 'b'), unit('d', 'D')];

	it('has each below its own, in the order given', () => {
		expect(placeUnits(units).map(({ unit: { id }, depth }) => `${id}${depth}`)).toEqual(['a0', 'b1', 'c2', 'd0']);
	});

	it('tells what lies below a unit', () => {
		expect(listUnitsBelow(units, 'a')).toEqual(['a', 'b', 'c']);
		expect(listUnitsBelow(units, 'd')).toEqual(['d']);
	});
});
