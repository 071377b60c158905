import { describe, expect, it } from 'vitest';
import { draftFields, type ReadProblem } from '#domain/followup/draft-initiative.ts';
import { documentErrorCodes, readActions, readProblemCodes } from '#domain/followup/read-problem.ts';
import { locales } from './locale.ts';
import { documentErrorSentence, problemSentence } from './problems.ts';

const problem: ReadProblem = {
	severity: 'question',
	code: 'state.two-given',
	file: 'status.xlsx',
	sheet: 'Status',
	page: null,
	row: 12,
	column: 'Igangsat',
	field: 'state',
	number: '15',
	text: 'Delvist i gang /\nPlanlægningsfase',
	action: 'read-as',
	value: 'partly in progress',
};

describe('sentences about a reading', () => {
	it('quote the text and say what it was read as, in both languages', () => {
		expect(problemSentence(problem, 'da')).toBe(
			'»Delvist i gang / Planlægningsfase« nævner to statusser. Den første tæller. Læst som Delvis i gang.',
		);
		expect(problemSentence(problem, 'en')).toBe(
			'“Delvist i gang / Planlægningsfase” names two states. The first one counts. Read as Partly in progress.',
		);
	});

	it('name the other row of a number that stands twice, and say how to go on', () => {
		const duplicate: ReadProblem = { ...problem, code: 'number.duplicate', field: 'number', action: 'row-skipped', value: 'Status 2022!7' };
		expect(problemSentence(duplicate, 'da')).toBe(
			'Nummer 15 står to gange, også her: arket »Status 2022«, række 7. Rækken er ikke læst. Ret dokumentet, så hver indsats har sit eget nummer.',
		);
		expect(problemSentence({ ...duplicate, value: '7' }, 'en')).toContain('also here: row 7.');
	});

	it('shorten a long text', () => {
		expect(
			problemSentence({ ...problem, code: 'fulfilment.prose', action: 'kept-as-text', text: 'ord '.repeat(200) }, 'da').length,
		).toBeLessThan(280);
	});

	it.each(locales)('exist for every problem, action and field (%s), with no place left open', (locale) => {
		for (const code of readProblemCodes) {
			for (const action of readActions) {
				for (const field of [null, ...draftFields]) {
					const sentence = problemSentence({ ...problem, code, action, field, value: 'x' }, locale);
					expect(sentence).toMatch(/^[^{}]+[.:]$/);
				}
			}
		}
	});

	it('name the column an uncertain text was read as, and the other it may be', () => {
		const uncertain = { ...problem, code: 'cell.column-uncertain', field: 'remark', text: 'Koordinatorfunktion', value: 'remark' } as const;
		expect(problemSentence(uncertain, 'da')).toBe(
			'Teksten »Koordinatorfunktion« kan høre til både bemærkning og budgetrelation. Læst som Bemærkning.',
		);
	});

	it('ask about a scan only where the file may be one', () => {
		expect(documentErrorSentence('document.no-table', { file: 'plan.pdf' }, 'da')).toContain('scannet');
		expect(documentErrorSentence('document.no-table', { file: '001.txt' }, 'da')).not.toContain('scannet');
	});

	it.each(locales)('exist for every refusal (%s)', (locale) => {
		const details = { file: 'status.xlsx', megabytes: 200, limit: 50, seconds: 10, kind: 'RTF', texts: 'Frugt | Smag' };
		for (const code of documentErrorCodes) expect(documentErrorSentence(code, details, locale)).toMatch(/status\.xlsx[^{}]*\.$/);
		expect(documentErrorSentence('document.too-large', { file: 'status.xlsx' }, locale)).not.toContain('MB');
		expect(documentErrorSentence('round.unknown', {}, locale)).toBeUndefined();
	});
});
