import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegisterQuery, removeValue, writeRegisterQuery } from './register-query.ts';

const read = (text: string) => readRegisterQuery(new URLSearchParams(text));

describe('the address of the register', () => {
	it('reads filters, text and sort from Danish words', () => {
		expect(read('q=fjernvarme&fremdrift=roed&fremdrift=gul&status=i-gang&maalopfyldelse=ikke-oplyst&sorter=-start')).toEqual({
			filter: { progress: ['red', 'yellow'], state: ['in progress'], fulfilment: [null] },
			text: 'fjernvarme',
			sort: { by: 'startDate', descending: true },
		});
	});

	it('stays in the follow-up that was asked for', () => {
		const query = read('aar=2024&fremdrift=gul');
		expect(query.year).toBe(2024);
		expect(writeRegisterQuery(removeValue(query, 'progress', 'yellow'))).toBe('?aar=2024');
		expect(read('aar=nu')).not.toHaveProperty('year');
	});

	it('shows more, never an error, for an address it does not understand', () => {
		expect(read('fremdrift=lilla&sorter=ukendt&andet=1')).toEqual({ filter: {}, text: '', sort: { by: 'position', descending: false } });
	});

	it('takes each value once, none that is over-long, and at most a hundred', () => {
		expect(read(Array.from({ length: 800 }, () => 'sektor=x').join('&')).filter).toEqual({ sector: ['x'] });
		expect(read(`sektor=${'x'.repeat(201)}`).filter).toEqual({});
		expect(read(Array.from({ length: 800 }, (_, index) => `sektor=${index}`).join('&')).filter.sector).toHaveLength(100);
	});

	it('is empty when everything is shown in the order of the plan', () => {
		expect(writeRegisterQuery(read(''))).toBe('');
	});

	it('takes one value away and leaves the rest', () => {
		const query = read('fremdrift=roed&fremdrift=gul&sektor=Energi');
		expect(writeRegisterQuery(removeValue(query, 'progress', 'red'))).toBe('?sektor=Energi&fremdrift=gul');
	});

	it('comes back the same after being written', () => {
		const values = (...codes: (string | null)[]) => fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 });
		const query = fc.record({
			filter: fc.record({
				progress: values('green', 'yellow', 'red', 'white', null),
				fulfilment: values('pink', 'text', null),
				priority: values('prioritised', 'planned prioritised', null),
				co2Relation: values('calculated', 'not calculated', null),
				sector: values('Energi', 'Affald & genbrug', 'Æ=ø?å', null),
			}),
			text: fc.constantFrom('', 'fjernvarme', 'æ & ø + å'),
			sort: fc.record({ by: fc.constantFrom('position', 'progress', 'title'), descending: fc.boolean() }),
		});
		fc.assert(
			fc.property(query, (one) => {
				const known = Object.fromEntries(Object.entries(one.filter).filter(([, list]) => list.length > 0));
				expect(read(writeRegisterQuery(one).slice(1))).toEqual({ ...one, filter: known });
			}),
		);
	});
});
