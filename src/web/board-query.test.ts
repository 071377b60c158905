import { describe, expect, it } from 'vitest';
import { boardSortKeys, boardViews, readBoardQuery, writeBoardQuery } from './board-query.ts';

const read = (text: string) => readBoardQuery(new URLSearchParams(text));

describe('the address of a board', () => {
	it('says what is shown, and reads it again', () => {
		for (const view of boardViews) {
			for (const by of boardSortKeys) {
				const query = { view, unit: 'u1', colour: 'yellow', text: 'sol', sort: { by, descending: true } } as const;
				expect(read(writeBoardQuery(query))).toEqual(query);
			}
		}
	});

	it('is empty when everything is shown in the order of the plan', () => {
		expect(writeBoardQuery(read(''))).toBe('');
	});

	it('shows more where it does not understand', () => {
		expect(read('vis=alt&fremdrift=lilla&sorter=noget')).toEqual(read(''));
	});

	it('carries further fields along', () => {
		expect(writeBoardQuery({ view: 'over time' }, { ret: '20a', fortryd: null })).toBe('?vis=over-tid&ret=20a');
	});
});
