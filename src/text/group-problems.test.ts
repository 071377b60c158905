import { expect, it } from 'vitest';
import type { ReadProblem } from '#domain/followup/draft-initiative.ts';
import { groupProblems } from './group-problems.ts';

const problem = (about: Partial<ReadProblem>): ReadProblem => ({
	severity: 'note',
	code: 'colour.column-inferred',
	file: 'status.txt',
	sheet: null,
	page: null,
	row: 1,
	column: 'Fremdrift',
	field: 'progress',
	number: '1',
	text: 'hvid',
	action: 'read-as',
	value: 'white',
	...about,
});

it('says once what is the same of many rows, and keeps apart what differs', () => {
	const groups = groupProblems([problem({}), problem({ number: '2', row: 2, text: 'gul' }), problem({ number: '3', row: 3 })], 'da');
	expect(groups.map(({ problems }) => problems.map(({ number }) => number))).toEqual([['1', '3'], ['2']]);
	expect(groups[0]?.sentence).toContain('»hvid«');
	expect(groups[0]?.first.number).toBe('1');
});

it('puts what stops the import first, then what asks', () => {
	const double = problem({ severity: 'error', code: 'number.duplicate', action: 'row-skipped', number: '9', value: '4' });
	const groups = groupProblems([problem({}), problem({ severity: 'question' }), double], 'en');
	expect(groups.map(({ first }) => first.severity)).toEqual(['error', 'question', 'note']);
});
