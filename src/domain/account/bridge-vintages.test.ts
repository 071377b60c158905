import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { accountSectors, carriers, gases, gwpSets, notationKeys, type AccountRow } from './account.ts';
import { bridgeCauses, bridgeVintages } from './bridge-vintages.ts';
import { getRowKey } from './check-account.ts';
import { sumAccount } from './sum-account.ts';

const gas = (activity: number, factor: number): AccountRow =>
	makeRow({
		...{ sector: 'energy', subSector: 'households', carrier: 'natural gas', gas: 'CO2' },
		...{ activity, activityUnit: 'TJ', factor, factorUnit: 'kg/GJ', tonnes: activity * factor },
	});
const bridge = (one: Parameters<typeof makeAccount>[0], two: Parameters<typeof makeAccount>[0]) =>
	bridgeVintages(makeAccount(one), makeAccount(two));
const nothing = { real: 0, data: 0, method: 0, factor: 0, unexplained: 0 };

describe('bridgeVintages', () => {
	it('calls another activity of the same year corrected data, and another factor a factor', () => {
		const { parts, difference } = bridge({ rows: [gas(100, 57)] }, { rows: [gas(110, 56)] });
		expect(difference).toBe(460);
		expect(parts).toEqual({ ...nothing, data: 565, factor: -105 });
	});

	it('calls another activity of another year a real change', () => {
		expect(bridge({ rows: [gas(100, 57)] }, { year: 2023, rows: [gas(90, 57)] }).parts).toEqual({ ...nothing, real: -570 });
	});

	it('knows a change of the GWP set by the gases, as method', () => {
		const rows = [makeRow({ sector: 'waste', gas: 'CH4', tonnes: 10 })];
		expect(bridge({ gwpSet: 'AR4', rows }, { gwpSet: 'AR5', rows }).parts).toEqual({ ...nothing, method: 30 });
	});

	it('does not pretend to know where gases are not stated', () => {
		const of = (tonnes: number) => [makeRow({ sector: 'waste', tonnes })];
		expect(bridge({ gwpSet: 'AR4', rows: of(10) }, { gwpSet: 'AR5', rows: of(13) }).parts).toEqual({ ...nothing, unexplained: 3 });
		expect(bridge({ rows: of(10) }, { methodVersion: '5', rows: of(13) }).parts).toEqual({ ...nothing, unexplained: 3 });
		expect(bridge({ methodVersion: null, rows: of(10) }, { methodVersion: null, rows: of(13) }).parts).toEqual({
			...nothing,
			unexplained: 3,
		});
		expect(bridge({ rows: of(10) }, { rows: of(13) }).parts).toEqual({ ...nothing, data: 3 });
	});

	it('lays a line that came in with a new method to the method', () => {
		const land = makeRow({ sector: 'agriculture', subSector: 'land use', tonnes: 500 });
		const result = bridge({ rows: [gas(100, 57)] }, { methodVersion: '5.0', rows: [gas(100, 57), land] });
		expect(result.parts).toEqual({ ...nothing, method: 500 });
		expect(result.lines.find(({ sector }) => sector === 'agriculture')).toMatchObject({ before: null, after: 500 });
	});

	it('does not guess why a line came in where no method version is stated', () => {
		const rows = [gas(100, 57), makeRow({ sector: 'waste', tonnes: 795 })];
		const one = { methodVersion: null, rows: [gas(100, 57)] };
		expect(bridge(one, { methodVersion: null, rows }).parts).toEqual({ ...nothing, unexplained: 795 });
		expect(bridge({ rows: one.rows }, { rows }).parts).toEqual({ ...nothing, data: 795 });
	});

	it('does not call a factor another when the tonnes are another multiple of the same factor', () => {
		const odd = { ...gas(100, 57), tonnes: 6000 };
		expect(bridge({ rows: [gas(100, 57)] }, { methodVersion: '5.0', rows: [odd] }).parts).toEqual({ ...nothing, unexplained: 300 });
	});

	it('refuses to hold the area against the enterprise, or against nothing', () => {
		expect(() => bridge({ rows: [gas(1, 1)] }, { kind: 'enterprise', rows: [gas(1, 1)] })).toThrow('account.kinds-mixed');
		expect(() => bridge({ rows: [gas(1, 1)] }, {})).toThrow('account.no-rows');
	});
});

const amount = fc.option(fc.double({ min: 0.001, max: 1e5, noNaN: true }), { nil: null });
const row = fc
	.record({
		sector: fc.constantFrom(...accountSectors),
		carrier: fc.constantFrom(...carriers.slice(0, 4), null),
		gas: fc.constantFrom(...gases),
		part: fc.constantFrom('emission', 'biogenic', 'removal'),
		activity: amount,
		factor: amount,
		tonnes: amount,
		isProduct: fc.boolean(),
		notation: fc.constantFrom(...notationKeys),
	})
	.map(({ isProduct, notation, ...parts }) => {
		const { activity, factor } = parts;
		const tonnes = isProduct && activity !== null && factor !== null ? activity * factor : parts.tonnes;
		return makeRow({ ...parts, tonnes, notation: tonnes === null ? notation : null } as AccountRow);
	});
const account = fc
	.record({
		year: fc.constantFrom(2021, 2022),
		gwpSet: fc.constantFrom(...gwpSets, null),
		methodVersion: fc.constantFrom('4.1', '5.0', null),
		rows: fc.uniqueArray(row, { selector: getRowKey, minLength: 1, maxLength: 12 }),
	})
	.map(makeAccount);

describe('whatever the accounts', () => {
	it('the parts add up to the difference, in every sector and in all', () => {
		fc.assert(
			fc.property(account, account, (one, two) => {
				const result = bridgeVintages(one, two);
				for (const each of [result, ...result.lines]) {
					const size = 1 + Math.abs(each.before ?? 0) + Math.abs(each.after ?? 0);
					const sum = bridgeCauses.reduce((total, cause) => total + each.parts[cause], 0);
					const scale = bridgeCauses.reduce((total, cause) => total + Math.abs(each.parts[cause]), size);
					expect(Math.abs(sum - each.difference)).toBeLessThanOrEqual(1e-8 * scale);
					expect(Math.abs((each.after ?? 0) - (each.before ?? 0) - each.difference)).toBeLessThanOrEqual(1e-8 * scale);
				}
				expect(result.after).toBe(sumAccount(two).total.tonnes);
			}),
		);
	});

	it('a vintage differs from itself in nothing', () => {
		fc.assert(
			fc.property(account, (one) => {
				expect(bridgeVintages(one, one).parts).toEqual(nothing);
			}),
		);
	});

	it('one year has no real change, and turning the two around turns every sign', () => {
		fc.assert(
			fc.property(account, account, (one, two) => {
				const there = bridgeVintages(one, two);
				const back = bridgeVintages(two, one);
				if (one.year === two.year) expect(there.parts.real).toBe(0);
				for (const cause of bridgeCauses) {
					expect(there.parts[cause] + back.parts[cause]).toBeCloseTo(0, 2);
				}
			}),
		);
	});
});
