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
const refuse = (given: Partial<TypedLegend>) => {
	try {
		makeLegend('own', { ...typed, ...given });
	} catch (error) {
		return error as { code: string; details: Record<string, unknown> };
	}
	throw new Error('nothing was refused');
};

describe('a reading guide that was typed', () => {
	it('is the same again where nothing was changed', () => {
		expect(makeLegend(soroe.id, { ...soroe, progress: [...soroe.progress, blank, blank] })).toEqual(soroe);
	});

	it('holds for plans without priorities, and takes the Danish words where there are no English', () => {
		const legend = makeLegend('own', typed);
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
		expect(makeLegend('own', { ...typed, progress: [line, { ...line, colour: 'remove' }], fulfilment })).toEqual(makeLegend('own', typed));
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
		['legend.line-sentence', { progress: [{ ...line, sentence: { da: '', en: '' } }] }, { line: 1, field: 'sentence-0' }],
		[
			'legend.lines-clash',
			{ progress: [line, { ...line, colour: 'red', priorities: ['prioritised'] }] },
			{ line: 2, other: 1, priority: 'prioritised', state: 'completed' },
		],
	])('is refused: %s', (code, given, details) => {
		expect(refuse(given)).toMatchObject({ kind: 'invalid', code, details });
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
				const make = (rules: readonly TypedRule[]) => {
					try {
						return makeLegend('own', { ...typed, progress: rules });
					} catch {
						return null;
					}
				};
				const [forwards, backwards] = [make(progress), make([...progress].reverse())];
				expect(forwards === null).toBe(backwards === null);
				if (!forwards || !backwards) return;
				for (const priority of [...priorities, null]) {
					for (const state of states) expect(legendColour(backwards, priority, state)).toEqual(legendColour(forwards, priority, state));
				}
			}),
		);
	});
});
