import { expect, it } from 'vitest';
import { makeLine } from '../../../test/soroe-path.ts';
import { listTitles } from './list-titles.ts';

it('has the newest title of each number, and the last one of an initiative that was taken out', () => {
	const rounds = [
		{ round: { year: 2025 }, lines: [makeLine({ number: '1', title: 'Solceller på tage' })] },
		{ round: { year: 2024 }, lines: [makeLine({ number: '1', title: 'Solceller' }), makeLine({ number: '4', title: 'Biogas' })] },
	];
	expect(Object.fromEntries(listTitles(rounds))).toEqual({ 1: 'Solceller på tage', 4: 'Biogas' });
	expect(listTitles([]).size).toBe(0);
});
