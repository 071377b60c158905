import { expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../../../test/made-up-account.ts';
import { proposeBasis } from './basis-texts.ts';

it('what a sector emits and what it takes up are rows of two names, and the uptake is ticked', () => {
	const rows = [
		makeRow({ sector: 'agriculture', tonnes: 500 }),
		makeRow({ sector: 'agriculture', part: 'removal', tonnes: -400 }),
		makeRow({ sector: 'waste', tonnes: -7 }),
	];
	const texts = proposeBasis(makeAccount({ rows }), 2035, 'da');
	const read = (place: number) => ['sector', 'carrier', 'factor', 'removal'].map((field) => texts[`cell.${place}.${field}`]);
	expect([0, 1, 2].map(read)).toEqual([
		['Landbrug', 'samlet', '1000', ''],
		['Landbrug', 'samlet (optag)', '-1000', 'on'],
		['Affald', 'samlet', '-1000', 'on'],
	]);
});
