import { describe, expect, it } from 'vitest';
import { findingRules, type Finding } from '#domain/followup/finding.ts';
import { checkPlan } from '#domain/followup/plan-check/check-plan.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { makeFollowUp } from '../../test/made-up-follow-up.ts';
import { findingAdvice, findingSentence, ruleLabel } from './findings.ts';
import { locales } from './locale.ts';

const copied = 'Der er indgået en aftale om fælles drift, hvor anlæggene udskiftes i takt med, at de gamle bliver udtjente og slidte.';

/** A round with something for every rule. */
function listFindings(): Finding[] {
	const before = makeFollowUp([{ number: '7', progress: 'yellow' }], { year: 2022 });
	const now = makeFollowUp(
		[
			{
				number: '1',
				state: 'planning',
				priority: 'prioritised',
				progress: 'green',
				co2RelationText: 'I alt 1.000 ton: 400 ton for A og 500 ton for B.',
			},
			{
				number: '2',
				state: 'partly in progress',
				priority: 'not prioritised',
				progress: 'white',
				startDate: parseCalendarDate('2025-01-01'),
			},
			{ number: '3', state: 'on hold', priority: 'prioritised', progress: 'red', remark: copied },
			{ number: '4', state: 'on hold', priority: 'prioritised', fulfilmentText: 'Langt igen.', remark: copied },
			{
				number: '5',
				state: 'in progress',
				stateText: 'Delvis i gang',
				remark: 'A: 1 kW = 2 kWh. B: 2 kW = 17,5 kW pr. år. C: 3 kW = 26. Se indsats 20.',
			},
			{ number: '6', state: 'not started', stateText: 'Delvist i gang', startDate: parseCalendarDate('2021-07-01') },
			{ number: '7' },
			{ number: '8', state: 'planning', priority: 'planned prioritised', progress: 'yellow' },
			{ number: '9', state: 'planning', priority: 'planned prioritised', progress: 'green' },
		],
		{ year: 2023 },
	);
	const lines = now.lines.map((line) => {
		const source = { file: 'a', sheet: null, page: null, row: 1, cells: {}, inferred: ['progress'] };
		return line.assessment && line.initiative.number === '8' ? { ...line, assessment: { ...line.assessment, source } } : line;
	});
	return checkPlan({ ...now, lines }, [before]);
}

describe('the sentences of the plan check', () => {
	const findings = listFindings();

	it('are tried for every rule', () => {
		expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set(findingRules));
	});

	it.each(locales)('have no empty place and no code in them (%s)', (locale) => {
		for (const finding of findings) {
			const sentence = findingSentence(finding, locale);
			expect(sentence).not.toMatch(/undefined|null|NaN|\{|\}| {2}| [.,:;]|: \.|\bnone\b/);
			expect(sentence).toMatch(/[.”«]$/);
			if (finding.number !== null) expect(sentence).toContain(finding.number);
			for (const other of finding.others.slice(0, 3)) if (finding.rule !== 'value-spelled-several-ways') expect(sentence).toContain(other);
		}
	});

	it.each([
		[
			'colour-against-legend',
			'1',
			'Indsats 1: Farven for fremdrift er grøn, men læsevejledningen giver gul til en indsats, der står som »prioriteret« og »under planlægning«.',
		],
		['under-way-before-start', '2', 'Indsats 2 er delvis i gang, men startdatoen er først den 1. januar 2025.'],
		['sum-does-not-add-up', '1', 'Indsats 1: Delene 400 og 500 giver 900 ton, men teksten angiver 1.000 ton i alt.'],
		['missing-progress', '7', 'Indsats 7 har ingen farve for planmæssig fremdrift. I 2022 var den gul.'],
		['on-hold-in-several-colours', null, 'Indsatser, der er sat i bero, har forskellige farver: 3 (rød) og 4 (ingen farve).'],
		['relation-to-unknown', '5', 'Indsats 5 henviser til indsats 20, som ikke findes i planen.'],
		['units-mixed', '5', 'Indsats 5 blander enheder. Effekt er angivet pr. år, som om det var energi: 17,5 kW. Uden enhed: 26.'],
		['value-spelled-several-ways', null, 'Igangsat: Den samme værdi er stavet på 2 måder: Delvis i gang (1); Delvist i gang (1).'],
		['start-passed-not-started', '6', 'Indsats 6 er ikke igangsat, selv om startdatoen var den 1. juli 2021.'],
	])('%s, %s', (rule, number, sentence) => {
		const finding = findings.find((one) => one.rule === rule && one.number === number);
		expect(finding && findingSentence(finding, 'da')).toBe(sentence);
	});

	it('shorten a long quotation at a word', () => {
		const text = 'Ordet '.repeat(60).trim();
		const finding: Finding = { rule: 'fulfilment-is-prose', severity: 'unclear', number: '1', others: [], text, details: {}, key: 'k' };
		const sentence = findingSentence(finding, 'da');
		expect(sentence.length).toBeLessThan(260);
		expect(sentence).toMatch(/Ordet …«$/);
	});

	it.each(findingRules)('%s has a name and an advice in both languages', (rule) => {
		for (const write of [ruleLabel, findingAdvice]) {
			expect(write(rule, 'da')).not.toBe('');
			expect(write(rule, 'en')).not.toBe(write(rule, 'da'));
		}
	});
});
