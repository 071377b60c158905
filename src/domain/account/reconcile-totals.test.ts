import { expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { checkAccount } from './check-account.ts';
import { reconcileTotals } from './reconcile-totals.ts';

const rows = [
	makeRow({ sector: 'energy', tonnes: 93_676 }),
	makeRow({ sector: 'transport', tonnes: 53_400 }),
	makeRow({ sector: 'agriculture', part: 'removal', gas: 'CO2', tonnes: -500 }),
];

it('says a difference that is too small to ask about', () => {
	const account = makeAccount({ rows, totals: [{ label: 'Samlet', sector: null, tonnes: 146_421 }] });
	expect(checkAccount(account)).toEqual([]);
	expect(reconcileTotals(account)).toEqual([
		{ label: 'Samlet', sector: null, tonnes: 146_421, sum: 147_076, difference: -655, includes: [], isChosen: false },
	]);
});

it('holds each sector against its own lines, and nothing against a sector without any', () => {
	const totals = [
		{ label: 'Energi i alt', sector: 'energy' as const, tonnes: 93_676 },
		{ label: 'Affald i alt', sector: 'waste' as const, tonnes: 5 },
	];
	expect(reconcileTotals(makeAccount({ rows, totals })).map(({ sum, difference }) => [sum, difference])).toEqual([
		[93_676, 0],
		[null, null],
	]);
});

it('says which of several is chosen', () => {
	const totals = [
		{ label: 'Samlet (1)', sector: null, tonnes: 1 },
		{ label: 'Samlet (2)', sector: null, tonnes: 147_076 },
	];
	const chosen = reconcileTotals(makeAccount({ rows, totals, chosenTotal: 'Samlet (2)' }));
	expect(chosen.map(({ isChosen }) => isChosen)).toEqual([false, true]);
	expect(reconcileTotals(makeAccount({ rows, totals })).some(({ isChosen }) => isChosen)).toBe(false);
});

it('says that removals or biogenic CO2 are in a total which they explain to the tonne, and asks nothing then', () => {
	const more = [...rows, makeRow({ sector: 'energy', part: 'biogenic', gas: 'CO2', tonnes: 4_000 })];
	const find = (label: string, sector: 'energy' | null, tonnes: number) => {
		const account = makeAccount({ rows: more, totals: [{ label, sector, tonnes }] });
		const [total] = reconcileTotals(account);
		return [total?.sum, total?.includes, checkAccount(account).map(({ code }) => code)];
	};
	expect(find('I alt med optag', null, 146_576.4)).toEqual([146_576, ['removal'], []]);
	expect(find('I alt', null, 151_076)).toEqual([151_076, ['biogenic'], []]);
	expect(find('I alt', null, 150_576)).toEqual([150_576, ['removal', 'biogenic'], []]);
	expect(find('Energi i alt', 'energy', 97_676)).toEqual([97_676, ['biogenic'], []]);
	expect(find('I alt', null, 147_076)).toEqual([147_076, [], []]);
	expect(find('I alt', null, 151_500)).toEqual([147_076, [], ['total.differs-from-sectors']]);
});
