import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { priorities } from '../plan/initiative.ts';
import { fulfilmentColours, progressColours, states } from './assessment.ts';
import {
	breaksGuide,
	completeDraft,
	countCharacters,
	emptyDraft,
	getGuideColour,
	listAnswerProblems,
	listGuideColours,
	makeStorable,
	reasonLimit,
	type AnswerDraft,
	type AnswerRules,
} from './answer-rules.ts';
import { answerFields } from './answer.ts';
import { legendSchema } from './legend-schema.ts';

const legend = legendSchema.parse(
	JSON.parse(readFileSync(new URL('../../../reference/legends/soroe-2023.json', import.meta.url), 'utf8')) as unknown,
);
const rules: AnswerRules = { askedFields: answerFields, remarkLimit: 60, legend, priority: 'prioritised' };
const full: AnswerDraft = { ...emptyDraft, state: 'in progress', fulfilment: 'yellow', remark: 'Første hal er klar.' };

const maybe = <Value>(values: readonly Value[]) => fc.constantFrom(...values, null);
const anyText = fc.option(fc.string({ maxLength: 80, unit: 'grapheme' }));
const anyDraft: fc.Arbitrary<AnswerDraft> = fc.record({
	state: maybe(states),
	progress: maybe(progressColours),
	fulfilment: maybe(fulfilmentColours),
	fulfilmentText: anyText,
	remark: anyText,
	colourReason: anyText,
});
const anyRules: fc.Arbitrary<AnswerRules> = fc.record({
	askedFields: fc.subarray([...answerFields], { minLength: 1 }),
	remarkLimit: fc.integer({ min: 50, max: 80 }),
	legend: fc.constantFrom(legend, null),
	priority: maybe(priorities),
});

describe('an answer', () => {
	it('says everything that is missing at once, in the order of the form', () => {
		expect(listAnswerProblems(emptyDraft, rules)).toEqual(['state-missing', 'fulfilment-missing', 'remark-missing']);
		expect(listAnswerProblems(full, rules)).toEqual([]);
	});

	it('lacks only what the round asks for', () => {
		expect(listAnswerProblems(emptyDraft, { ...rules, askedFields: ['remark'] })).toEqual(['remark-missing']);
	});

	it('tells of fulfilment by a colour or in words', () => {
		const words = { ...full, fulfilment: null, fulfilmentText: 'Kan ikke vurderes endnu.' };
		expect(listAnswerProblems(words, rules)).toEqual([]);
		expect(listAnswerProblems({ ...words, fulfilmentText: ' \n' }, rules)).toEqual(['fulfilment-missing']);
	});

	it('takes its colour from the reading guide', () => {
		expect(completeDraft(full, rules).progress).toBe('green');
		expect(completeDraft({ ...full, state: 'on hold' }, rules).progress).toBe('red');
		expect(completeDraft({ ...full, state: 'on hold' }, { ...rules, priority: 'planned prioritised' }).progress).toBe('white');
		expect(listGuideColours(rules)).toMatchObject({ 'in progress': 'green', planning: 'yellow', 'not started': 'red', completed: null });
	});

	it('needs a reason for another colour, and keeps none for the colour of the guide', () => {
		const against = { ...full, progress: 'red' } as const;
		expect(listAnswerProblems(against, rules)).toEqual(['colour-reason-missing']);
		expect(listAnswerProblems({ ...against, colourReason: 'Udbuddet gik om.' }, rules)).toEqual([]);
		expect(completeDraft({ ...full, progress: 'green', colourReason: 'Fordi' }, rules).colourReason).toBeNull();
		expect(listAnswerProblems({ ...against, colourReason: 'x'.repeat(reasonLimit + 1) }, rules)).toEqual(['colour-reason-too-long']);
	});

	it('needs a chosen colour where the guide is silent or there is none, and not while the state is to be chosen', () => {
		const done = { ...full, state: 'completed' } as const;
		expect(completeDraft(done, rules).progress).toBeNull();
		expect(listAnswerProblems(done, rules)).toEqual(['progress-missing']);
		expect(listAnswerProblems({ ...done, progress: 'green' }, rules)).toEqual([]);
		expect(listAnswerProblems(full, { ...rules, priority: null })).toEqual(['progress-missing']);
		expect(listAnswerProblems(done, { ...rules, legend: null })).toEqual(['progress-missing']);
		expect(listAnswerProblems({ ...full, state: null }, { ...rules, legend: null })).toEqual(['state-missing', 'progress-missing']);
		expect(listAnswerProblems({ ...full, state: null }, rules)).toEqual(['state-missing']);
		expect(listAnswerProblems({ ...full, state: null }, { ...rules, askedFields: ['progress'] })).toEqual(['progress-missing']);
		expect(listAnswerProblems(done, { ...rules, askedFields: ['state', 'remark'] })).toEqual([]);
	});

	it('has a remark as long as the report can take, counted as people count', () => {
		const remark = 'å'.repeat(60);
		expect(listAnswerProblems({ ...full, remark }, rules)).toEqual([]);
		expect(listAnswerProblems({ ...full, remark: remark.normalize('NFD') }, rules)).toEqual([]);
		expect(listAnswerProblems({ ...full, remark: `${remark}!` }, rules)).toEqual(['remark-too-long']);
		expect(countCharacters('a\r\nb')).toBe(3);
		expect(countCharacters('🌍🌍')).toBe(2);
	});

	it('loses only what no database can hold', () => {
		const remark = 'Hal\u0000 A\ud800\r\nog B';
		expect(makeStorable({ ...full, remark }).remark).toBe('Hal A\ufffd\nog B');
	});
});

describe('any answer', () => {
	it('completes to the same when completed twice, and changes no choice', () => {
		fc.assert(
			fc.property(anyDraft, anyRules, (draft, any) => {
				const once = completeDraft(draft, any);
				expect(completeDraft(once, any)).toEqual(once);
				expect([once.state, once.fulfilment]).toEqual([draft.state, draft.fulfilment]);
				if (draft.progress) expect(once.progress).toBe(draft.progress);
				else expect(once.progress).toBe(getGuideColour(any, draft.state));
			}),
		);
	});

	it('that can be given has the colour of the guide or says why not', () => {
		fc.assert(
			fc.property(anyDraft, anyRules, (draft, any) => {
				fc.pre(any.askedFields.includes('progress') && listAnswerProblems(draft, any).length === 0);
				const given = completeDraft(draft, any);
				const expected = getGuideColour(any, given.state);
				expect(expected === null || given.progress === expected || given.colourReason !== null).toBe(true);
				expect(breaksGuide(any, given)).toBe(given.colourReason !== null && expected !== null);
			}),
		);
	});

	it('never lacks what is not asked for, and never passes a remark the report cannot take', () => {
		fc.assert(
			fc.property(anyDraft, anyRules, (draft, any) => {
				const problems = listAnswerProblems(draft, any);
				for (const field of answerFields) {
					if (!any.askedFields.includes(field)) expect(problems).not.toContain(`${field}-missing`);
				}
				const length = countCharacters(completeDraft(draft, any).remark);
				expect(problems.includes('remark-too-long')).toBe(length > any.remarkLimit);
			}),
		);
	});
});
