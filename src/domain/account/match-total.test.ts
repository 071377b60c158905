import { expect, it } from 'vitest';
import { makeRow } from '../../../test/made-up-account.ts';
import { matchTotal } from './match-total.ts';

const rows = [
	makeRow({ sector: 'energy', tonnes: 900 }),
	makeRow({ sector: 'agriculture', part: 'removal', gas: 'CO2', tonnes: -400 }),
	makeRow({ sector: 'energy', part: 'biogenic', gas: 'CO2', tonnes: 0.5 }),
];
const match = (tonnes: number, of = rows) => matchTotal({ rows: of, gwpSet: 'AR5' }, { sector: null, tonnes });

it('takes removals into a sum only where they explain the printed total to the tonne', () => {
	expect(match(900)).toEqual({ sum: 900, includes: [] });
	expect(match(500.4)).toEqual({ sum: 500, includes: ['removal'] });
	expect(match(502)).toEqual({ sum: 900, includes: [] });
});

it('explains nothing by what is smaller than a printed figure is rounded to, and has no sum where nothing is emitted', () => {
	expect(match(901.4)).toEqual({ sum: 900, includes: [] });
	expect(match(500, rows.slice(1))).toEqual({ sum: null, includes: [] });
});
