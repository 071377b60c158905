import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priorities } from '../plan/initiative.ts';
import { progressColours, states } from './assessment.ts';
import { legendSchema } from './legend-schema.ts';
import { legendColour, type Legend } from './legend.ts';
import { legendLimits, makeLegend, type TypedLegend, type TypedRule } from './make-legend.ts';

const soroe: Legend = legendSchema.parse(
	JSON.parse(readFileSync(join(import.meta.dirname, '../../../reference/legends/soroe-2023.json'), 'utf8')),
);
const blank: TypedRule = { colour: '', priorities: [], states: [], sentence: { da: '', en: '' } };
const line: TypedRule = { colour: 'green', priorities: [], states: ['completed'], sentence: { da: 'Gjort', en: '' } };
const typed: TypedLegend = { title: { da: 'Vores', en: '' }, source: 'Klimaplanen, side 4', progress: [line], fulfilment: [] };
const make = (id: string, given: TypedLegend): Legend => {
	const made = makeLegend(id, given);
	if ('problems' in made) throw new Error(JSON.stringify(made.problems));
	return made.legend;
};
const refuse = (given: Partial<TypedLegend>) => {
	const made = makeLegend('own', { ...typed, ...given });
	if ('legend' in made) throw new Error('nothing was refused');
	return made.problems;
};

describe('a reading guide that was typed', () => {
	it('is the same again where nothing was changed', () => {
		expect(make(soroe.id, { ...soroe, progress: [...soroe.progress, blank, blank] })).toEqual(soroe);
	});

	it('holds for plans without priorities, and takes the Danish words where there are no English', () => {
		const legend = make('own', typed);
		expect(legend).toMatchObject({
			title: { da: 'Vores', en: 'Vores' },
			priorities,
			progress: [{ sentence: { da: 'Gjort', en: 'Gjort' } }],
		});
		for (const priority of [...priorities, null]) expect(legendColour(legend, priority, 'completed')).toMatchObject({ kind: 'colour' });
		expect(legendColour(legend, null, 'planning')).toEqual({ kind: 'silent' });
		expect(legendSchema.parse(legend)).toEqual(legend);
	});

	it('loses a line that is to go, and a colour of fulfilment without words', () => {
		const fulfilment = [{ colour: 'red' as const, sentence: { da: ' ', en: '' } }];
		const removed = { ...line, colour: '', sentence: { da: 'x'.repeat(301), en: '' }, isRemoved: true };
		expect(make('own', { ...typed, progress: [line, removed], fulfilment })).toEqual(make('own', typed));
	});

	it.each([
		['legend.title-missing', { title: { da: ' ', en: '' } }, {}],
		['legend.source-missing', { source: '' }, {}],
		['legend.no-lines', { progress: [blank] }, {}],
		['legend.too-many-lines', { progress: Array<TypedRule>(legendLimits.lines + 1).fill(blank) }, {}],
		['legend.text-too-long', { source: 'x'.repeat(301) }, { field: 'source' }],
		['legend.line-colour', { progress: [line, { ...line, colour: '' }] }, { line: 2, field: 'colour-1' }],
		['legend.line-colour', { progress: [{ ...line, colour: 'blue' }] }, { line: 1 }],
		['legend.line-states', { progress: [{ ...line, states: ['never'] }] }, { line: 1, field: 'states-0' }],
		['legend.line-sentence', { progress: [{ ...line, sentence: { da: '', en: '' } }] }, { line: 1, field: 'sentence-0-da' }],
		[
			'legend.lines-clash',
			{ progress: [line, { ...line, colour: 'red', priorities: ['prioritised'] }] },
			{ line: 2, other: 1, priority: 'prioritised', state: 'completed' },
		],
	])('is refused: %s', (code, given, details) => {
		const { field, ...rest } = details as Record<string, unknown>;
		expect(refuse(given)[0]).toMatchObject({ code, ...(field === undefined ? {} : { field }), details: rest });
	});

	it('tells all that is wrong at once, in the order of the form', () => {
		const progress = [{ ...line, colour: '', states: [] }, blank, { ...line, sentence: blank.sentence }, line];
		const fulfilment = [{ colour: 'pink' as const, sentence: { da: '', en: 'x'.repeat(301) } }];
		expect(refuse({ title: { da: '', en: '' }, progress, fulfilment }).map(({ field }) => field)).toEqual([
			...['title-da', 'colour-0', 'states-0', 'sentence-2-da', 'states-3', 'fulfilment-pink-en'],
		]);
	});

	it('asks about an English text that was left beside a changed Danish one, once nothing else is wrong', () => {
		const was = { da: 'Gjort', en: 'Done' };
		const left = { da: 'Helt gjort', en: 'Done', was };
		const fulfilment = [{ colour: 'red' as const, sentence: { da: '', en: 'Done', was } }];
		const given = { title: left, progress: [blank, { ...line, sentence: left }, { ...line, sentence: left, isRemoved: true }], fulfilment };
		expect(refuse(given)).toEqual([
			{ code: 'legend.english-left', field: 'title-en', details: {} },
			{ code: 'legend.english-left', field: 'sentence-1-en', details: { line: 2 } },
			{ code: 'legend.english-left', field: 'fulfilment-red-en', details: { colour: 'red' } },
		]);
		expect(refuse({ ...given, source: '' }).map(({ code }) => code)).toEqual(['legend.source-missing']);
		expect(make('own', { ...typed, ...given, keepsEnglish: true }).title).toEqual({ da: 'Helt gjort', en: 'Done' });
	});

	it('gives each priority and state one colour, whatever the order of the lines', () => {
		const rule = fc.record({
			colour: fc.constantFrom(...progressColours),
			priorities: fc.subarray([...priorities]),
			states: fc.subarray([...states], { minLength: 1 }),
			sentence: fc.constant({ da: 'x', en: '' }),
		});
		fc.assert(
			fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), (progress) => {
				const order = (rules: readonly TypedRule[]) => {
					const made = makeLegend('own', { ...typed, progress: rules });
					return 'legend' in made ? made.legend : null;
				};
				const [forwards, backwards] = [order(progress), order([...progress].reverse())];
				expect(forwards === null).toBe(backwards === null);
				if (!forwards || !backwards) return;
				for (const priority of [...priorities, null]) {
					for (const state of states) expect(legendColour(backwards, priority, state)).toEqual(legendColour(forwards, priority, state));
				}
			}),
		);
	});
});
