import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { countNotations, ownShare, perInhabitant, requireOneKind, sumAccount, sumRows } from './sum-account.ts';

describe('sumAccount', () => {
	const account = makeAccount({
		rows: [
			makeRow({ sector: 'energy', subSector: 'households', carrier: 'natural gas', gas: 'CO2', tonnes: 100 }),
			makeRow({ sector: 'energy', subSector: 'households', carrier: 'natural gas', gas: 'CH4', tonnes: 1 }),
			makeRow({ sector: 'energy', subSector: 'households', carrier: 'wood', gas: 'CO2', part: 'biogenic', tonnes: 900 }),
			makeRow({ sector: 'agriculture', subSector: 'land use', gas: 'CO2', part: 'removal', tonnes: -50 }),
			makeRow({ sector: 'agriculture', subSector: 'livestock', notation: 'NE', reason: 'Ikke opgjort' }),
			makeRow({ sector: 'transport', subSector: 'aviation', notation: 'NO', reason: 'Ingen lufthavn' }),
		],
	});

	it('keeps biogenic CO2 and removals beside the total', () => {
		const sum = sumAccount(account);
		expect(sum.total.tonnes).toBe(128);
		expect(sum.biogenic.tonnes).toBe(900);
		expect(sum.removals.tonnes).toBe(-50);
	});

	it('does not call a sector nothing when nothing is stated', () => {
		const [energy, transport, agriculture] = sumAccount(account).sectors;
		expect(energy).toMatchObject({ sector: 'energy', tonnes: 128, isComplete: true });
		expect(transport).toEqual({ sector: 'transport', tonnes: null, notations: ['NO'], isComplete: true });
		expect(agriculture).toEqual({ sector: 'agriculture', tonnes: null, notations: ['NE'], isComplete: false });
		expect(sumAccount(account).total.isComplete).toBe(false);
		expect(sumRows([], 'AR5', 'AR5').tonnes).toBeNull();
	});

	it('says which rows cannot be converted, and leaves them out', () => {
		const mixed = makeAccount({
			gwpSet: 'AR4',
			rows: [makeRow({ sector: 'energy', gas: 'CO2', tonnes: 10 }), makeRow({ sector: 'transport', tonnes: 5 })],
		});
		const sum = sumAccount(mixed, 'AR5');
		expect(sum.total).toMatchObject({ tonnes: 10, isComplete: false });
		expect(sum.findings).toEqual([{ code: 'gwp.gases-unknown', sector: 'transport', rows: [1] }]);
		expect(sumAccount(makeAccount({ gwpSet: null, rows: [makeRow({ sector: 'waste', gas: 'CH4', tonnes: 1 })] })).findings).toEqual([
			{ code: 'gwp.set-unknown', sector: 'waste', rows: [0] },
		]);
	});

	it('keeps a zero that is stated', () => {
		expect(sumAccount(makeAccount({ rows: [makeRow({ sector: 'waste', tonnes: 0 })] })).total.tonnes).toBe(0);
	});
});

describe('figures made from sums', () => {
	it('are missing when a part is missing', () => {
		const stated = (tonnes: number | null) => ({ tonnes, notations: [], isComplete: true });
		expect(perInhabitant(null, 10)).toBeNull();
		expect(perInhabitant(5, null)).toBeNull();
		expect(perInhabitant(5, 10)).toBe(0.5);
		expect(ownShare(stated(3), stated(100))).toBe(0.03);
		expect(ownShare(stated(null), stated(100))).toBeNull();
		expect(ownShare(stated(3), stated(null))).toBeNull();
	});

	it('are never made of both kinds of account', () => {
		expect(() => requireOneKind([makeAccount(), makeAccount({ kind: 'enterprise' })])).toThrow('account.kinds-mixed');
		requireOneKind([makeAccount(), makeAccount()]);
	});
});

it('counts the lines that have a notation key instead of a number', () => {
	const key = (notation: 'NO' | 'NE') => makeRow({ sector: 'waste', notation, reason: 'x' });
	expect(countNotations([key('NE'), makeRow({ sector: 'energy', tonnes: 1 }), key('NO'), key('NE')])).toEqual([
		{ key: 'NO', lines: 1 },
		{ key: 'NE', lines: 2 },
	]);
});
