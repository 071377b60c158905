import { describe, expect, it } from 'vitest';
import type { Legend } from '#domain/followup/legend.ts';
import { legendLimits, makeLegend } from '#domain/followup/make-legend.ts';
import { readGuideForm, readKnownGuide, toTyped } from './read-guide-form.ts';

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
		const write = (name: string, { da, en }: { da: string; en: string }) => {
			form.set(`${name}-da`, da);
			form.set(`${name}-en`, en);
		};
		write('title', typed.title);
		typed.progress.forEach((rule, index) => {
			form.set(`colour-${index}`, rule.colour);
			for (const priority of rule.priorities) form.append(`priorities-${index}`, priority);
			for (const state of rule.states) form.append(`states-${index}`, state);
			write(`sentence-${index}`, rule.sentence);
		});
		for (const { colour, sentence } of typed.fulfilment) write(`fulfilment-${colour}`, sentence);
		expect(makeLegend('egen', readGuideForm(form))).toEqual(legend);
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

	it('has room for the first line where there is no guide', () => {
		expect(toTyped(null).progress).toHaveLength(2);
	});
});
