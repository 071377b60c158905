import { expect, it } from 'vitest';
import { tableProblemSentence } from './table-problem-sentence.ts';

it('names a column by its Danish heading, and a year by itself', () => {
	const empty = { code: 'cell.empty', row: 2, text: 'Transport' } as const;
	expect(tableProblemSentence({ ...empty, column: 'tonnes' }, 'da')).toBe(
		'Transport er tom i kolonnen Ton. Den bliver ikke til nul, og linjen er ikke med.',
	);
	expect(tableProblemSentence({ ...empty, column: '2020' }, 'da')).toContain('i kolonnen 2020.');
});

it('says how a number that may be English is to be written', () => {
	const cell = { row: 2, column: 'tonnes' } as const;
	expect(tableProblemSentence({ ...cell, code: 'cell.number-ambiguous', text: '100,000' }, 'da')).toContain('på engelsk er det 100000,');
	const decimals = ['100,000', '57,100', '12,345'].map((text) =>
		tableProblemSentence({ ...cell, code: 'cell.number-ambiguous', text }, 'da'),
	);
	expect(decimals.map((sentence) => / ellers ([\d,]+)\.$/.exec(sentence)?.[1])).toEqual(['100', '57,1', '12,3450']);
	expect(tableProblemSentence({ ...cell, code: 'cell.number-english', text: '1,234.5' }, 'da')).toContain('Skriv 1234,5:');
});
