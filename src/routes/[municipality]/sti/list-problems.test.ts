import { expect, test } from 'vitest';
import { listProblems } from './list-problems.ts';

test('a refused field is named with its row, and its link leads to it', () => {
	const texts = { 'cell.2.sector': 'Transport', 'cell.2.carrier': 'Diesel' };
	expect(listProblems({ 'cell.2.activity': 'Skriv et tal.', lastYear: 'Skriv et år.' }, texts, 'da')).toEqual([
		{ id: 'cell-2-activity', text: 'Transport, Diesel: Aktivitet i første år: Skriv et tal.' },
		{ id: 'lastYear', text: 'Sidste år: Skriv et år.' },
	]);
});

test('an amount is named by its heading, boxes by the first of them, and an address has no blanks', () => {
	const errors = { 'effect.0.tonnes.mid': 'Skriv.', 'effect.1.carriers': 'Findes ikke.', 'cost.business economic.lifetime': 'Skriv.' };
	expect(listProblems(errors, {}, 'da').map(({ id }) => id)).toEqual([
		'effect-0-tonnes-mid',
		'effect-1-carriers-0',
		'cost-business-economic-lifetime',
	]);
	expect(listProblems(errors, {}, 'en')[0]?.text).toBe('Tonnes CO2e a year: Skriv.');
});

test('a measure that is left without an effect leads to the box that took it out', () => {
	expect(listProblems({ effects: 'Mindst én.' }, { effects: '2' }, 'da')).toEqual([{ id: 'effect-0-remove', text: 'Mindst én.' }]);
});
