import { describe, expect, it } from 'vitest';
import { changeKinds } from '#domain/followup/compare-rounds.ts';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { severities } from '#domain/followup/finding.ts';
import { proposalFields } from '#domain/followup/import-proposal.ts';
import { co2Relations, priorities, spheres } from '#domain/plan/initiative.ts';
import * as labels from './labels.ts';
import { locales, type Locale } from './locale.ts';

const all: Record<string, (locale: Locale) => string[]> = {
	states: (locale) => states.map((one) => labels.stateLabel(one, locale)),
	priorities: (locale) => priorities.map((one) => labels.priorityLabel(one, locale)),
	'colours of progress': (locale) => progressColours.map((one) => labels.colourLabel(one, locale)),
	'colours of fulfilment': (locale) => [...fulfilmentColours, 'text' as const].map((one) => labels.colourLabel(one, locale)),
	'relations to CO2': (locale) => co2Relations.map((one) => labels.co2RelationLabel(one, locale)),
	spheres: (locale) => spheres.map((one) => labels.sphereLabel(one, locale)),
	fields: (locale) => proposalFields.map((one) => labels.fieldLabel(one, locale)),
	changes: (locale) => changeKinds.map((one) => labels.changeLabel(one, locale)),
	proposals: (locale) => (['new', 'changed', 'unchanged', 'missing'] as const).map((one) => labels.proposalLabel(one, locale)),
	severities: (locale) => severities.map((one) => labels.severityLabel(one, locale)),
};

describe('the words on the screen', () => {
	it.each(Object.keys(all))('%s are different words in each language', (name) => {
		for (const locale of locales) {
			const words = all[name]?.(locale) ?? [];
			expect(words.every((word) => word !== '')).toBe(true);
			expect(new Set(words).size).toBe(words.length);
		}
		expect(all[name]?.('da')).not.toEqual(all[name]?.('en'));
	});

	it('say so where nothing is stated', () => {
		expect(labels.stateLabel(null, 'da')).toBe('Ikke oplyst');
		expect(labels.colourLabel(null, 'en')).toBe('Not stated');
		expect(labels.colourLabel('none', 'da')).toBe('Ikke oplyst');
	});

	it('keep the document’s own words where fulfilment is prose', () => {
		expect(labels.fulfilmentLabel(null, 'Langt igen.', 'en')).toBe('Langt igen.');
		expect(labels.fulfilmentLabel('yellow', 'Gul', 'en')).toBe('Yellow');
		expect(labels.fulfilmentLabel(null, null, 'da')).toBe('Ikke oplyst');
	});

	it('tell relations from both ends', () => {
		expect(labels.relationSentence({ kind: 'counted inside', targetNumber: '20' }, 'da')).toBe(
			'Reduktionen er regnet med under indsats 20',
		);
		expect(labels.relationSentence({ kind: 'in the baseline', targetNumber: null }, 'da')).toBe('Medtaget i fremskrivningen');
		expect(labels.reverseRelationSentence('see', '4', 'en')).toBe('Mentioned by initiative 4');
		expect(labels.reverseRelationSentence('in the baseline', '5', 'da')).toBeNull();
	});

	it('ask about a renumbered initiative', () => {
		expect(labels.proposalHintSentence({ code: 'renumbered', from: '20', to: '20a' }, 'da')).toContain('20a');
		expect(labels.proposalHintSentence({ code: 'title-replaced', before: 'A', after: 'B' }, 'en')).toContain('“A”');
	});
});
