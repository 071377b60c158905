import { expect, test } from 'vitest';
import type { ProgressRule } from '#domain/followup/legend.ts';
import { guideScopeSentence } from './guide-scope-sentence.ts';

const rule: ProgressRule = {
	colour: 'green',
	priorities: ['prioritised', 'planned prioritised'],
	states: ['in progress', 'partly in progress', 'completed'],
	sentence: { da: '', en: '' },
};

test('an initiative has one of the states of a line, so they are offered as a choice', () => {
	expect(guideScopeSentence({ ...rule, priorities: [] }, 'da')).toMatch(/: I gang, Delvis i gang eller \S+$/);
	expect(guideScopeSentence({ ...rule, priorities: [] }, 'en')).toMatch(/: In progress, Partly in progress,? or \S+$/);
});

test('so are the priorities', () => {
	expect(guideScopeSentence(rule, 'da')).not.toMatch(/ og /);
	expect(guideScopeSentence(rule, 'en')).not.toMatch(/ and /);
});
