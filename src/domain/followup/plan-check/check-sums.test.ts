import { describe, expect, it } from 'vitest';
import { makeFollowUp } from '../../../../test/made-up-follow-up.ts';
import { checkPlan } from './check-plan.ts';
import { findWrongSum } from './check-sums.ts';

const read = (text: string) => {
	const wrong = findWrongSum(text);
	return wrong && { total: wrong.total.value, parts: wrong.parts.map((part) => part.value), sum: wrong.sum };
};

describe('a sum that does not add up', () => {
	it.each([
		[
			'Forventet reduktion på 33.980 ton CO2 i 2025.\nBeregnet for anlæggene (13.000 ton/CO2 for Vest og 23.000 for Øst).',
			{ total: 33980, parts: [13000, 23000], sum: 36000 },
		],
		['I alt 100 ton: 40 ton for A og 50 ton for B.', { total: 100, parts: [40, 50], sum: 90 }],
		['40 ton + 50 ton giver samlet 100 ton', { total: 100, parts: [40, 50], sum: 90 }],
		['Der er plantet 106 ha, heraf 60 ha i nord, 20 ha i syd og 16 ha i vest.', { total: 106, parts: [60, 20, 16], sum: 96 }],
		['Samlet pulje på 2,5 mio. kr. (1,2 mio. kr. til veje og 1,1 mio. kr. til stier)', { total: 2.5, parts: [1.2, 1.1], sum: 2.3 }],
	])('is found in %j', (text, wrong) => {
		const found = read(text);
		expect(found).toMatchObject({ total: wrong.total, parts: wrong.parts });
		expect(found?.sum).toBeCloseTo(wrong.sum);
	});

	it.each([
		['the sum is right', 'Reduktion på 36.000 ton CO2 (13.000 ton for Vest og 23.000 for Øst).'],
		['only the last digit is rounded', 'I alt 33,4 ha (16,7 ha i nord og 16,8 ha i syd).'],
		['the parts have another unit', 'Reduktion på 33.980 ton CO2 (700 ha i nord og 900 ha i syd).'],
		['nothing says that it is a sum', 'I 2022 var det 500 ton. Vi venter 200 ton i 2024 og 250 ton i 2025.'],
		['it is a range', 'Samlet 10 kW: mellem 1 og 2 kW.'],
		['the brackets tell a story', 'Søgt projekt på 1.700 ha (et andet på 900 ha i mosen, med udgangspunkt i 100 ha ejet af en fond).'],
		['there is no total', '(13.000 ton for Vest og 23.000 for Øst)'],
		['the total is smaller than a part', 'Støtte på 5 mio. kr. (20 mio. kr. til A og 30 mio. kr. til B hos andre).'],
		['the numbers are years', 'Prioriteret (2022 og 2023), i alt 5 ton.'],
		['the numbers are initiatives', 'Reduktion på 5.000 ton (se indsats 9 og 12).'],
		['a yearly list has its own lines', '2022: 9.723,60 kWh pr. år.\n2023: 3.985,80 kWh pr. år.\nMellem 1 og 2 kWh pr. år'],
	])('is not found where %s', (_, text) => {
		expect(read(text)).toBeNull();
	});

	it('is a finding with the figures', () => {
		const followUp = makeFollowUp([{ number: '1', co2RelationText: 'I alt 100 ton: 40 ton for A og 50 ton for B.' }]);
		expect(checkPlan(followUp).filter((finding) => finding.rule === 'sum-does-not-add-up')).toMatchObject([
			{ severity: 'wrong', number: '1', details: { total: 100, sum: 90, unit: 't', parts: '40 + 50' } },
		]);
	});
});
