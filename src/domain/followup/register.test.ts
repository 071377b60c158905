import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLines } from '../../../test/any-lines.ts';
import { makeFollowUp } from '../../../test/made-up-follow-up.ts';
import { dimensions, getDimensionValue } from './dimension.ts';
import { countFacets, filterRegister, sortKeys, sortRegister, type RegisterFilter } from './register.ts';

const { lines } = makeFollowUp([
	{ number: '2', title: 'Solceller på skoler', sector: 'Energi', progress: 'green', state: 'in progress' },
	{ number: '20b', title: 'Busruter', sector: 'Transport', progress: null, state: 'planning' },
	{ number: '20a', title: 'Stationer', sector: 'Transport', progress: 'green', state: 'planning', remark: 'Fokus på Åmosen.' },
	{ number: '21', title: 'Delebiler', sector: null, progress: 'yellow', state: 'planning', responsible: 'Økonomi og stab' },
]);
const numbers = (some: typeof lines) => some.map((line) => line.initiative.number);

describe('the register', () => {
	it('shows everything without a filter, and an empty list is no filter', () => {
		expect(filterRegister(lines, {})).toEqual(lines);
		expect(filterRegister(lines, { sector: [] })).toEqual(lines);
	});

	it('widens by values of one filter and narrows by several filters', () => {
		expect(numbers(filterRegister(lines, { sector: ['Energi', 'Transport'] }))).toEqual(['2', '20b', '20a']);
		expect(numbers(filterRegister(lines, { sector: ['Energi', 'Transport'], state: ['planning'] }))).toEqual(['20b', '20a']);
	});

	it('finds what is not stated', () => {
		expect(numbers(filterRegister(lines, { sector: [null] }))).toEqual(['21']);
		expect(numbers(filterRegister(lines, { progress: [null, 'yellow'] }))).toEqual(['20b', '21']);
	});

	it('shows what a search for words has found', () => {
		const matching = new Set(['initiative-21', 'initiative-2']);
		expect(numbers(filterRegister(lines, { matching }))).toEqual(['2', '21']);
		expect(numbers(filterRegister(lines, { matching, sector: ['Energi'] }))).toEqual(['2']);
		expect(filterRegister(lines, { matching: new Set() })).toEqual([]);
		expect(countFacets(lines, { matching }).state.map(({ count }) => count)).toEqual([1, 1]);
	});

	it('counts each value as if it were chosen, under the other filters', () => {
		const facets = countFacets(lines, { sector: ['Transport'], state: ['planning'] });
		expect(facets.sector).toEqual([
			{ value: 'Energi', count: 0, chosen: false },
			{ value: 'Transport', count: 2, chosen: true },
			{ value: null, count: 1, chosen: false },
		]);
		expect(facets.state).toEqual([
			{ value: 'in progress', count: 0, chosen: false },
			{ value: 'planning', count: 2, chosen: true },
		]);
		expect(facets.progress.find((facet) => facet.value === 'green')?.count).toBe(1);
	});

	it('keeps a chosen value in sight although nothing has it', () => {
		expect(countFacets(lines, { progress: ['red'] }).progress).toContainEqual({ value: 'red', count: 0, chosen: true });
	});

	it('sorts numbers as people count, both ways', () => {
		expect(numbers(sortRegister(lines, { by: 'number', descending: false }))).toEqual(['2', '20a', '20b', '21']);
		expect(numbers(sortRegister(lines, { by: 'number', descending: true }))).toEqual(['21', '20b', '20a', '2']);
	});

	it('puts what is not stated last, both ways', () => {
		expect(numbers(sortRegister(lines, { by: 'sector', descending: false }))).toEqual(['2', '20b', '20a', '21']);
		expect(numbers(sortRegister(lines, { by: 'sector', descending: true }))).toEqual(['20b', '20a', '2', '21']);
	});

	it('takes the order of values that have one', () => {
		const rank = (value: string) => ['yellow', 'green'].indexOf(value);
		expect(numbers(sortRegister(lines, { by: 'progress', descending: false }, rank))).toEqual(['21', '2', '20a', '20b']);
	});
});

describe('any register', () => {
	const filters: fc.Arbitrary<RegisterFilter> = fc.record(
		{
			section: fc.subarray(['section-0', 'section-1', null]),
			state: fc.subarray(['in progress', 'planning', null]),
			progress: fc.subarray(['green', 'white', null]),
			fulfilment: fc.subarray(['text', 'yellow', null]),
			matching: fc.constantFrom(undefined, new Set<string>(), new Set(['initiative-0', 'initiative-2'])),
		},
		{ requiredKeys: [] },
	);

	it('shows as many as the count of a value says when that value is chosen', () => {
		fc.assert(
			fc.property(anyLines, filters, (some, filter) => {
				const facets = countFacets(some, filter);
				for (const dimension of dimensions) {
					for (const { value, count } of facets[dimension]) {
						expect(filterRegister(some, { ...filter, [dimension]: [value] }).length).toBe(count);
					}
				}
			}),
			{ numRuns: 40 },
		);
	});

	it('keeps order and members of what it lets through', () => {
		fc.assert(
			fc.property(anyLines, filters, (some, filter) => {
				const shown = filterRegister(some, filter);
				expect(shown).toEqual(some.filter((line) => shown.includes(line)));
				for (const line of shown) {
					if (filter.state?.length) expect(filter.state).toContain(getDimensionValue(line, 'state'));
				}
			}),
		);
	});

	it('loses nothing by sorting, and sorting again changes nothing', () => {
		fc.assert(
			fc.property(anyLines, fc.constantFrom(...sortKeys), fc.boolean(), (some, by, descending) => {
				const sorted = sortRegister(some, { by, descending });
				expect(new Set(sorted)).toEqual(new Set(some));
				expect(sorted.length).toBe(some.length);
				expect(sortRegister(sorted, { by, descending })).toEqual(sorted);
			}),
		);
	});
});
