import { describe, expect, it } from 'vitest';
import { scenarioProblemCodes } from '#domain/pathway/read-scenario.ts';
import { scenarioProblemSentence } from './scenario-problems.ts';

describe('what is wrong with a scenario file', () => {
	it.each(scenarioProblemCodes)('is said of %s with its place, in both languages', (code) => {
		const problem = { code, place: 'measures[2].timing', name: '', expected: '7', field: 'colour' };
		const [danish, english] = [scenarioProblemSentence(problem, 'da'), scenarioProblemSentence(problem, 'en')];
		for (const sentence of [danish, english]) expect(sentence).toMatch(/^measures\[2\]\.timing: .*\.$/);
		expect(danish).not.toBe(english);
	});

	it('names the kind of value that belongs there', () => {
		const problem = { code: 'form', place: 'firstYear', name: '', expected: 'number', field: '' } as const;
		expect(scenarioProblemSentence(problem, 'da')).toBe('firstYear: Skal være et tal.');
		expect(scenarioProblemSentence({ ...problem, expected: 'number | object' }, 'da')).toBe('firstYear: Skal være et tal eller et objekt.');
		expect(scenarioProblemSentence({ ...problem, expected: '"all" | array' }, 'en')).toBe('firstYear: Must be "all" or a list.');
		expect(scenarioProblemSentence({ ...problem, expected: 'symbol' }, 'en')).toBe('firstYear: Must be of another kind.');
	});

	it('names the measure or the row it is about, and writes a large number so that its size can be seen', () => {
		const problem = {
			code: 'too-large',
			place: 'cells[0].activity',
			name: 'boliger, gas',
			expected: '1000000000000000',
			field: '',
		} as const;
		expect(scenarioProblemSentence(problem, 'da')).toBe('cells[0].activity (boliger, gas): Må ikke være større end 1.000.000.000.000.000.');
	});
});
