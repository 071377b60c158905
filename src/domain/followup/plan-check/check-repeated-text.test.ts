import { describe, expect, it } from 'vitest';
import { makeFollowUp, type MadeUpLine } from '../../../../test/made-up-follow-up.ts';
import { checkPlan } from './check-plan.ts';

const check = (lines: readonly MadeUpLine[]) => checkPlan(makeFollowUp(lines)).filter((finding) => finding.rule === 'same-text-twice');
const sentence = 'Der er indgået en aftale om fælles drift, hvor anlæggene udskiftes i takt med, at de gamle bliver udtjente.';

describe('the same text in two initiatives', () => {
	it('is found inside longer remarks, whatever the case, the line breaks and the punctuation', () => {
		const found = check([
			{ number: '1', remark: `Første del. ${sentence} Mere følger.` },
			{ number: '2', remark: `Noget andet.\n${sentence.toUpperCase().replaceAll(' ', '\n').replace(',', '')}` },
		]);
		expect(found).toMatchObject([{ severity: 'unclear', number: '1', others: ['2'], text: sentence.slice(0, -1) }]);
	});

	it('is one finding for all that share it', () => {
		const found = check(['3', '1', '2'].map((number) => ({ number, remark: sentence })));
		expect(found).toMatchObject([{ number: '3', others: ['1', '2'] }]);
	});

	it('is found although it was edited in between', () => {
		const [one, two] = [
			'Der mangler fortsat ressourcer og timer til vikarer, hvis lærere skal opkvalificeres, samt midler til særlige indsatser og besøg i naturen.',
			'Der mangler fortsat ressourcer og timer til vikarer, hvis ledere og pædagoger skal opkvalificeres, samt midler til særlige indsatser og besøg.',
		];
		expect(
			check([
				{ number: '1', remark: one },
				{ number: '2', remark: two },
			]),
		).toMatchObject([{ number: '1', others: ['2'] }]);
	});

	it('is found in the texts on CO2', () => {
		expect(check(['20a', '20b'].map((number) => ({ number, co2RelationText: `Beregnet\n(${sentence})` })))).toHaveLength(1);
	});

	it.each([
		['short words of a list', 'Understøttende - Ændret adfærd'],
		['a short reference', 'Skal ses i sammenhæng med indsats 35 - klima i alle sagsfremstillinger'],
		['a standing phrase', 'Inden for eksisterende budget i Teknik, miljø og drift'],
	])('is not raised for %s', (_, text) => {
		expect(check(['1', '2'].map((number) => ({ number, remark: text, co2RelationText: text })))).toEqual([]);
	});

	it('is not raised for a text that repeats itself in one initiative, or for the same budget', () => {
		expect(
			check([
				{ number: '1', remark: `${sentence} ${sentence}`, co2RelationText: sentence },
				{ number: '2', remark: 'Andet.' },
			]),
		).toEqual([]);
		expect(check(['1', '2'].map((number) => ({ number, budget: sentence })))).toEqual([]);
	});
});
