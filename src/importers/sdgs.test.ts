import { expect, test } from 'vitest';
import { readSdgs } from './sdgs.ts';

test.each([
	['7, 11 og 13', ['7', '11', '13']],
	['Verdensmål 13', ['13']],
	['SDG13', ['13']],
	['SDG 13: Klimaindsats; SDG 7: Bæredygtig energi', ['7', '13']],
	['nr. 11\nnr. 12', ['11', '12']],
	['13.', ['13']],
	['7,11', ['7', '11']],
	['Delmål 7.2 og 13.a', ['7', '13']],
	['Rent vand og sanitet', ['6']],
	['Climate action', ['13']],
])('%j names the goals %j', (text, goals) => {
	expect(readSdgs(text)).toEqual({ goals, isWhole: true });
});

test.each([
	['18', []],
	['7 og 21', ['7']],
	['Ja', []],
	['2030', []],
])('%j is not all goals', (text, goals) => {
	expect(readSdgs(text)).toEqual({ goals, isWhole: false });
});
