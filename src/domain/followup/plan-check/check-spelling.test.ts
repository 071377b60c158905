import { describe, expect, it } from 'vitest';
import { makeFollowUp, type MadeUpLine } from '../../../../test/made-up-follow-up.ts';
import { checkPlan } from './check-plan.ts';

const check = (lines: readonly Partial<MadeUpLine>[]) =>
	checkPlan(makeFollowUp(lines.map((line, place) => ({ ...line, number: String(place + 1) })))).filter(
		(finding) => finding.rule === 'value-spelled-several-ways',
	);

describe('one value spelled in several ways', () => {
	it('is one finding that names the initiatives with the rarer spellings', () => {
		const states = ['Delvis i gang', 'Delvis i gang', 'Delvist i gang', 'Delvis igang', 'I gang', 'Delvist i gang / Planlægningsfase'];
		expect(check(states.map((stateText) => ({ stateText })))).toMatchObject([
			{
				number: null,
				others: ['3', '6', '4'],
				text: 'Delvis i gang (2); Delvist i gang (2); Delvis igang (1)',
				details: { field: 'state', common: 'Delvis i gang', count: 3 },
			},
		]);
	});

	it.each<[string, Partial<MadeUpLine>, Partial<MadeUpLine>]>([
		['priority', { priorityText: 'Planlagt prioriteret' }, { priorityText: 'Planlagt priotiteret' }],
		['sector', { sector: 'Grøn kommune' }, { sector: 'GRØN KOMMUNE' }],
		['responsible', { responsible: 'Økonomi og stab' }, { responsible: 'Økonomi- og stab' }],
		['co2Relation', { co2RelationText: 'Understøttende - planlægning' }, { co2RelationText: 'Understøtende' }],
	])('is found in %s', (field, one, two) => {
		expect(check([one, two])).toMatchObject([{ details: { field, count: 2 } }]);
	});

	it.each<[string, Partial<MadeUpLine>, Partial<MadeUpLine>]>([
		['other words', { stateText: 'Sat i bero' }, { stateText: 'Aktuelt i bero' }],
		['a state and its opposite', { stateText: 'Igangsat' }, { stateText: 'Ikke igangsat' }],
		[
			'the explanation after the word',
			{ co2RelationText: 'Understøttende - planlægning' },
			{ co2RelationText: 'Understøttende. Ændret adfærd' },
		],
		['texts written freely', { remark: 'Delvis i gang', budget: 'Energipulje' }, { remark: 'Delvist i gang', budget: 'Energipuljen' }],
		['different fields', { sector: 'Grøn kommune' }, { responsible: 'Grøn Kommune' }],
	])('is not raised for %s', (_, one, two) => {
		expect(check([one, two])).toEqual([]);
	});
});
