import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { findGpc, reportGpc, type GpcMapping } from './gpc.ts';
import { listLacking } from './sum-account.ts';

const line = (part: Partial<GpcMapping>): GpcMapping => ({
	sector: 'energy',
	subSector: null,
	supply: null,
	reference: 'I',
	level: 'BASIC',
	isCoarse: false,
	...part,
});
const mapping = [
	line({ isCoarse: true }),
	line({ subSector: 'households', supply: 'fuel', reference: 'I.1.1' }),
	line({ subSector: 'households', supply: 'grid', reference: 'I.1.2' }),
	line({ subSector: 'households', supply: 'losses', reference: 'I.1.3', level: 'BASIC+' }),
	line({ subSector: 'power to grid', reference: 'I.4.4', level: 'territorial' }),
	line({ sector: 'agriculture', reference: 'V', level: 'BASIC+', isCoarse: true }),
];

describe('findGpc', () => {
	it('takes the line that says most', () => {
		expect(findGpc({ sector: 'energy', subSector: 'households', carrier: 'natural gas' }, mapping)?.reference).toBe('I.1.1');
		expect(findGpc({ sector: 'energy', subSector: 'households', carrier: 'district heat' }, mapping)?.reference).toBe('I.1.2');
		expect(findGpc({ sector: 'energy', subSector: 'households', carrier: null }, mapping)).toMatchObject({
			reference: 'I',
			isCoarse: true,
		});
		expect(findGpc({ sector: 'waste', subSector: null, carrier: null }, mapping)).toBeUndefined();
	});
});

describe('reportGpc', () => {
	it('keeps power to the grid out of both totals, and removals out of all', () => {
		const account = makeAccount({
			rows: [
				makeRow({ sector: 'energy', subSector: 'households', carrier: 'natural gas', tonnes: 100 }),
				makeRow({ sector: 'energy', subSector: 'households', carrier: 'grid losses', tonnes: 7 }),
				makeRow({ sector: 'energy', subSector: 'power to grid', carrier: 'waste fuel', tonnes: 1000 }),
				makeRow({ sector: 'agriculture', tonnes: 50 }),
				makeRow({ sector: 'agriculture', subSector: 'land use', part: 'removal', gas: 'CO2', tonnes: -20 }),
				makeRow({ sector: 'waste', tonnes: 3 }),
			],
		});
		const report = reportGpc(account, mapping, 'AR5');
		expect(report.basic.tonnes).toBe(100);
		expect(report.basicPlus.tonnes).toBe(157);
		expect(report.references.map(({ reference, tonnes }) => [reference, tonnes])).toEqual([
			['I.1.1', 100],
			['I.1.3', 7],
			['I.4.4', 1000],
			['V', 50],
		]);
		expect(report.unmapped).toEqual([5]);
	});

	it('has the sectors of each total, so that it can be told what a total lacks', () => {
		const rows = [
			makeRow({ sector: 'energy', tonnes: 100 }),
			makeRow({ sector: 'energy', subSector: 'households', carrier: 'grid losses', notation: 'C', reason: 'x' }),
			makeRow({ sector: 'agriculture', notation: 'NE', reason: 'x' }),
		];
		const { basic, basicPlus } = reportGpc(makeAccount({ rows }), mapping, 'AR5');
		expect(listLacking(basic.sectors)).toEqual([]);
		expect(listLacking(basicPlus.sectors)).toEqual([
			{ sector: 'energy', keys: ['C'] },
			{ sector: 'agriculture', keys: ['NE'] },
		]);
		expect(basicPlus.tonnes).toBe(100);
	});
});
