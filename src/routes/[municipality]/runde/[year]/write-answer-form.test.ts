import { expect, test } from 'vitest';
import type { AnswerRules } from '#domain/followup/answer-rules.ts';
import type { Assessment, Progress } from '#domain/followup/assessment.ts';
import { writeAnswerForm } from './write-answer-form.ts';

const rules: AnswerRules = {
	askedFields: ['state', 'progress'],
	remarkLimit: 600,
	priority: null,
	legend: {
		id: 'prøve',
		title: { da: 'Prøve', en: 'Sample' },
		source: 'Prøve',
		priorities: [],
		progress: [{ colour: 'yellow', priorities: [], states: ['in progress'], sentence: { da: 'I gang', en: 'In progress' } }],
		fulfilment: [],
	},
};
const write = (progress: Progress | null, colourReason: string | null = null, state: Assessment['state'] = 'in progress') =>
	writeAnswerForm({ assessment: { state, progress } as Assessment, answer: { colourReason } }, rules);

test('a colour that followed another guide follows the one of now, and it is said from what to what', () => {
	expect(write('green')).toMatchObject({ stored: { progress: null }, moved: { before: 'green', after: 'yellow' } });
});

test('a colour that is the guide’s follows it on, and one that was given a reason or that the guide is silent on is a choice', () => {
	expect(write('yellow')).toMatchObject({ stored: { progress: null }, moved: null });
	expect(write('red', 'Midlerne mangler')).toMatchObject({ stored: { progress: 'red', colourReason: 'Midlerne mangler' }, moved: null });
	expect(write('green', null, 'completed')).toMatchObject({ stored: { progress: 'green' }, moved: null });
});

test('nothing is written for what is not answered', () => {
	expect(writeAnswerForm({ assessment: null, answer: { colourReason: null } }, rules)).toMatchObject({
		stored: { state: null, progress: null, remark: null },
		moved: null,
	});
});
