import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountSectors, subSectors } from '#domain/account/account.ts';
import { groupFactors } from '#domain/account/factor-topics.ts';
import { findGpc } from '#domain/account/gpc.ts';
import { readFactors, readGpcMapping } from './read-account-reference.ts';

const read = (name: string) => readFileSync(new URL(`../../reference/${name}`, import.meta.url), 'utf8');

describe('the shipped factors', () => {
	const factors = readFactors(read('emission-factors.csv'));
	const get = (id: string) => factors.find((factor) => factor.id === id);

	it('are 201, each with its own name, unit and source', () => {
		expect(factors).toHaveLength(201);
		expect(new Set(factors.map(({ id }) => id)).size).toBe(201);
		expect(factors.filter(({ value, low }) => value === null && low === null).map(({ id }) => id)).toEqual([]);
	});

	it('stand under what they are about, each once', () => {
		const groups = groupFactors(factors);
		expect(groups.map(({ topic, factors: { length } }) => [topic, length])).toEqual([
			['electricity and heat', 42],
			['fuels', 63],
			['transport', 28],
			['other gases', 24],
			['land', 19],
			['calorific values', 13],
			['gwp', 12],
		]);
		const topicOf = (id: string) => groups.find((group) => group.factors.some((each) => each.id === id))?.topic;
		expect(topicOf('ipcc2006-ch4-road-diesel')).toBe('transport');
		expect(topicOf('ipcc2006-ch4-energy-wood')).toBe('other gases');
	});

	it('say what they are not for', () => {
		const whose = (start: string) => factors.filter(({ id }) => id.startsWith(start)).map(({ notFor }) => notFor);
		expect(whose('br18-').every((codes) => codes.includes('life-cycle'))).toBe(true);
		expect(whose('q8-wtw-').every((codes) => codes.includes('well-to-wheel'))).toBe(true);
		expect(whose('el-energinet-125-').every((codes) => codes.includes('allocation-125'))).toBe(true);
		expect(whose('el-energinet-200-').every((codes) => codes.includes('allocation-200'))).toBe(true);
		expect(get('ens-soeb25-ledningsgas')).toMatchObject({ value: 57.1, validFrom: 2025, validTo: 2031, notFor: ['after-2031'] });
		expect(get('ens-soeb25-ledningsgas-2032')).toMatchObject({ value: 0, validFrom: 2032, validTo: null, notFor: ['marginal'] });
		expect(get('ens-soeb25-flis')?.notFor).toEqual(['zero-by-convention']);
	});

	it('say which GWP set they hold in, or that nobody says', () => {
		expect(get('fjv-fyn-2023-co2e')?.gwpSet).toBe('AR4');
		expect(get('fjv-kredslob-2021-co2e')?.gwpSet).toBe('AR5');
		expect(get('fjv-fyn-2019')).toMatchObject({ gwpSet: null });
		expect(get('fjv-fyn-2019')?.notFor).toContain('gwp-not-stated');
	});
});

describe('the mapping to GPC', () => {
	const mapping = readGpcMapping(read('gpc-mapping.csv'));

	it('has a line for every sector and every part of one', () => {
		for (const sector of accountSectors) {
			for (const subSector of [null, ...subSectors[sector]]) {
				expect(findGpc({ sector, subSector, carrier: null }, mapping), `${sector} ${subSector}`).toBeDefined();
			}
		}
	});

	it('keeps power to the grid and imported waste out of the totals', () => {
		const territorial = mapping.filter(({ level }) => level === 'territorial').map(({ reference }) => reference);
		expect(territorial).toEqual(['I.4.4', 'III.x.3']);
		expect(findGpc({ sector: 'energy', subSector: 'households', carrier: 'electricity' }, mapping)?.reference).toBe('I.1.2');
	});
});
