import { describe, expect, it } from 'vitest';
import type { Legend } from '#domain/followup/legend.ts';
import { legendLimits, makeLegend } from '#domain/followup/make-legend.ts';
import type { TypedSentence } from '#domain/followup/typed-sentence.ts';
import { addLines, readGuideForm, readKnownGuide, toTyped } from './read-guide-form.ts';

const legend: Legend = {
	id: 'egen',
	title: { da: 'Vores', en: 'Ours' },
	source: 'Planen',
	priorities: ['prioritised'],
	progress: [
		{ colour: 'red', priorities: ['prioritised'], states: ['not started', 'on hold'], sentence: { da: 'Står stille', en: 'Still' } },
	],
	fulfilment: [{ colour: 'pink', sentence: { da: 'Ikke endnu', en: 'Not yet' } }],
};

describe('the form of a reading guide', () => {
	it('gives back what it shows', () => {
		const form = new FormData();
		const typed = toTyped(legend);
		form.set('lines', String(typed.progress.length));
		form.set('source', ` ${typed.source} `);
		const write = (name: string, { da, en, was }: TypedSentence) => {
			form.set(`${name}-da`, da);
			form.set(`${name}-en`, en);
			if (was) for (const language of ['da', 'en'] as const) form.set(`${name}-was-${language}`, was[language]);
		};
		write('title', typed.title);
		typed.progress.forEach((rule, index) => {
			form.set(`colour-${index}`, rule.colour);
			for (const priority of rule.priorities) form.append(`priorities-${index}`, priority);
			for (const state of rule.states) form.append(`states-${index}`, state);
			write(`sentence-${index}`, rule.sentence);
		});
		for (const { colour, sentence } of typed.fulfilment) write(`fulfilment-${colour}`, sentence);
		expect(makeLegend('egen', readGuideForm(form))).toEqual({ legend });
		// The Danish alone was changed.
		form.set('sentence-0-da', 'Ligger stille');
		expect(makeLegend('egen', readGuideForm(form))).toMatchObject({ problems: [{ code: 'legend.english-left', field: 'sentence-0-en' }] });
		form.set('keepsEnglish', '1');
		expect(makeLegend('egen', readGuideForm(form))).toHaveProperty('legend');
		form.delete('keepsEnglish');
		// A line that is to go is not asked about.
		form.set('remove-0', 'on');
		expect(makeLegend('egen', readGuideForm(form))).toMatchObject({ problems: [{ code: 'legend.no-lines' }] });
	});

	it('reads no more lines than are refused as too many', () => {
		const form = new FormData();
		form.set('lines', '1000000');
		expect(readGuideForm(form).progress).toHaveLength(legendLimits.lines + 1);
	});

	it('knows a guide by its name and version, and that there was none', () => {
		const form = new FormData();
		expect(readKnownGuide(form)).toBeNull();
		form.set('known', 'egen');
		form.set('version', '3');
		expect(readKnownGuide(form)).toEqual({ id: 'egen', version: 3 });
	});

	it('gives room for more lines until there are as many as a guide may have, and loses nothing that is typed', () => {
		const typed = toTyped(legend);
		expect(addLines(typed)).toMatchObject({ ...typed, progress: { length: typed.progress.length + 2, 0: typed.progress[0] } });
		const full = { ...typed, progress: Array.from({ length: legendLimits.lines - 1 }, () => ({ ...typed.progress[0]! })) };
		expect(addLines(addLines(full)).progress).toHaveLength(legendLimits.lines);
	});

	it('has room for the first line where there is no guide', () => {
		expect(toTyped(null).progress).toHaveLength(2);
	});
});
