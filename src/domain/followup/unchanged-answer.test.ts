import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { priorities } from '../plan/initiative.ts';
import { breaksGuide, completeDraft, emptyDraft, getGuideColour, listAnswerProblems, type AnswerRules } from './answer-rules.ts';
import { answerFields } from './answer.ts';
import { fulfilmentColours, progressColours, states } from './assessment.ts';
import { legendSchema } from './legend-schema.ts';
import { keepUnasked, offerUnchanged, type EarlierAnswer } from './unchanged-answer.ts';

const legend = legendSchema.parse(
	JSON.parse(readFileSync(new URL('../../../reference/legends/soroe-2023.json', import.meta.url), 'utf8')) as unknown,
);
const rules: AnswerRules = { askedFields: answerFields, remarkLimit: 600, legend, priority: 'prioritised' };
const lastYear: EarlierAnswer = {
	year: 2023,
	content: {
		state: 'on hold',
		stateText: 'Sat i bero',
		progress: 'red',
		fulfilment: null,
		fulfilmentText: null,
		remark: 'Venter på staten.',
	},
	colourReason: null,
	priority: 'prioritised',
	legend,
};

describe('"unchanged"', () => {
	it("carries last year's answer with its gaps and the document's own word", () => {
		expect(offerUnchanged(lastYear, rules)).toEqual({
			content: {
				...emptyDraft,
				...{ state: 'on hold', progress: 'red', fulfilment: null, fulfilmentText: null, remark: 'Venter på staten.' },
			},
			stateText: 'Sat i bero',
			newColour: null,
			needsReason: false,
			lacks: ['fulfilment-missing'],
		});
	});

	it('is not to be had where the same would be refused as a new answer', () => {
		const lacks = (content: Partial<EarlierAnswer['content']>, more: Partial<AnswerRules> = {}) =>
			offerUnchanged({ ...lastYear, content: { ...lastYear.content, fulfilment: 'yellow', ...content } }, { ...rules, ...more })?.lacks;
		expect(lacks({})).toEqual([]);
		expect(lacks({ remark: null })).toEqual(['remark-missing']);
		expect(lacks({ remark: null }, { askedFields: ['state', 'progress'] })).toEqual([]);
		expect(lacks({ remark: 'x'.repeat(601) })).toEqual(['remark-too-long']);
		// A new answer would have taken the guide's colour; what is the same as last year has none.
		expect(lacks({ progress: null })).toEqual(['progress-missing']);
		// The reason for a colour is asked for beside it.
		expect(lacks({ progress: 'yellow' })).toEqual([]);
	});

	it('has nothing to offer without an answer, or for an empty one', () => {
		expect(offerUnchanged(null, rules)).toBeNull();
		const nothing = { state: null, stateText: null, progress: null, fulfilment: null, fulfilmentText: null, remark: null };
		expect(offerUnchanged({ ...lastYear, content: nothing }, rules)).toBeNull();
	});

	it('lets the colour follow the guide when the plan gives the initiative another priority', () => {
		const offer = offerUnchanged(lastYear, { ...rules, priority: 'planned prioritised' });
		expect(offer).toMatchObject({ content: { state: 'on hold', progress: 'white' }, newColour: { before: 'red', after: 'white' } });
		expect(offer?.needsReason).toBe(false);
	});

	it('keeps a colour that was chosen against the guide, with its reason or asking for one', () => {
		const chosen = { ...lastYear, content: { ...lastYear.content, progress: 'yellow' } } as const;
		expect(offerUnchanged(chosen, rules)).toMatchObject({ content: { progress: 'yellow', colourReason: null }, needsReason: true });
		const said = { ...chosen, colourReason: 'Staten betaler.' };
		expect(offerUnchanged(said, rules)).toMatchObject({ content: { colourReason: 'Staten betaler.' }, needsReason: false });
	});

	it('carries only what this round asks for', () => {
		const offer = offerUnchanged(lastYear, { ...rules, askedFields: ['state', 'progress'] });
		expect(offer?.content).toMatchObject({ state: 'on hold', progress: 'red', remark: null });
		expect(offerUnchanged(lastYear, { ...rules, askedFields: ['remark'] })).toMatchObject({ stateText: null, newColour: null });
	});

	it('changes nothing but the colour, ever, and never breaks the guide without asking why', () => {
		const maybe = <Value>(values: readonly Value[]) => fc.constantFrom(...values, null);
		const anyEarlier = fc.record({
			year: fc.constant(2023),
			content: fc.record({
				state: maybe(states),
				stateText: fc.constantFrom('I gang', null),
				progress: maybe(progressColours),
				fulfilment: maybe(fulfilmentColours),
				fulfilmentText: fc.constantFrom('Næsten.', null),
				remark: fc.constantFrom('Borgermøder er holdt.', null),
			}),
			colourReason: fc.constantFrom('Fordi.', null),
			priority: maybe(priorities),
			legend: fc.constantFrom(legend, null),
		});
		const anyRules = fc.record({
			askedFields: fc.subarray([...answerFields], { minLength: 1 }),
			remarkLimit: fc.constant(600),
			legend: fc.constantFrom(legend, null),
			priority: maybe(priorities),
		});
		fc.assert(
			fc.property(anyEarlier, anyRules, (earlier, any) => {
				const offer = offerUnchanged(earlier, any);
				if (!offer) return;
				for (const field of ['state', 'fulfilment', 'fulfilmentText', 'remark'] as const) {
					const asked = field === 'fulfilmentText' ? 'fulfilment' : field;
					expect(offer.content[field]).toBe(any.askedFields.includes(asked) ? earlier.content[field] : null);
				}
				const { progress } = offer.content;
				if (progress !== earlier.content.progress && any.askedFields.includes('progress')) {
					expect(progress).toBe(getGuideColour(any, earlier.content.state));
					expect(getGuideColour(earlier, earlier.content.state)).toBe(earlier.content.progress);
				}
				expect(breaksGuide(any, offer.content)).toBe(offer.needsReason || offer.content.colourReason !== null);
				const said = { ...offer.content, colourReason: offer.content.colourReason ?? 'Derfor.' };
				expect(listAnswerProblems(said, any)).not.toContain('colour-reason-missing');
			}),
		);
	});
});

describe('what a round does not ask for', () => {
	it('stays as it is stored, or nothing', () => {
		const typed = { ...emptyDraft, state: 'planning', remark: 'Nyt.' } as const;
		const stored = { state: 'on hold', progress: 'red', fulfilment: 'pink', fulfilmentText: null, remark: 'Gammelt.' } as const;
		const asked = { askedFields: ['state'] } as const;
		expect(keepUnasked(typed, stored, asked)).toEqual({ ...stored, state: 'planning', colourReason: null });
		expect(keepUnasked(typed, null, asked)).toEqual({ ...emptyDraft, state: 'planning' });
		expect(keepUnasked(completeDraft(typed, rules), stored, rules).remark).toBe('Nyt.');
	});
});
