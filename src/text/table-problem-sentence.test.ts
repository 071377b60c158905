import { expect, it } from 'vitest';
import { tableProblemSentence } from './table-problem-sentence.ts';

it('names a column by its Danish heading, and a year by itself', () => {
	const empty = { code: 'cell.empty', row: 2, text: 'Transport' } as const;
	expect(tableProblemSentence({ ...empty, column: 'tonnes' }, 'da')).toBe(
		'Transport er tom i kolonnen Ton. Den bliver ikke til nul, og linjen er ikke med.',
	);
	expect(tableProblemSentence({ ...empty, column: '2020' }, 'da')).toContain('i kolonnen 2020.');
});
