import { expect, test } from 'vitest';
import { emptyDraft, listGuideColours, type AnswerRules } from './answer-rules.ts';
import type { Progress } from './assessment.ts';
import { findMovedColour, followAnew } from './moved-colour.ts';

const makeRules = (colour: Progress | null): AnswerRules => ({
	askedFields: ['state', 'progress'],
	remarkLimit: 600,
	priority: null,
	legend: colour && {
		id: 'prøve',
		title: { da: 'Prøve', en: 'Sample' },
		source: 'Prøve',
		priorities: [],
		progress: [{ colour, priorities: [], states: ['in progress'], sentence: { da: 'I gang', en: 'In progress' } }],
		fulfilment: [],
	},
});
const [red, green, silent] = [makeRules('red'), makeRules('green'), makeRules(null)];
const follows = { ...emptyDraft, state: 'in progress' } as const;

test('a colour that follows is moved where the page said another, or none', () => {
	expect(findMovedColour(listGuideColours(red), follows, green)).toEqual({ before: 'red', after: 'green' });
	expect(findMovedColour(listGuideColours(silent), follows, green)).toEqual({ before: null, after: 'green' });
	expect(findMovedColour(listGuideColours(green), follows, green)).toBeNull();
});

test('a colour that is chosen, one that nothing gives any more, and one that is not asked for are not moved', () => {
	expect(findMovedColour(listGuideColours(red), { ...follows, progress: 'red' }, green)).toBeNull();
	expect(findMovedColour(listGuideColours(red), follows, silent)).toBeNull();
	expect(findMovedColour(listGuideColours(red), emptyDraft, green)).toBeNull();
	expect(findMovedColour(listGuideColours(red), follows, { ...green, askedFields: ['state'] })).toBeNull();
});

test('an answer that is written anew follows the guide of now, unless its colour was given a reason', () => {
	const given = { ...follows, progress: 'red' } as const;
	expect(followAnew(given, green)).toEqual({ form: follows, moved: { before: 'red', after: 'green' } });
	const chosen = { ...given, colourReason: 'Midlerne mangler' };
	expect(followAnew(chosen, green)).toEqual({ form: chosen, moved: null });
	for (const rules of [red, silent, { ...green, askedFields: ['state'] as const }]) {
		expect(followAnew(given, rules)).toEqual({ form: given, moved: null });
	}
});
