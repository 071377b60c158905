import { expect, it } from 'vitest';
import { nameRound } from './name-round.ts';

const day = '2023-12-31';
const draft = (title: string | null) => ({
	year: 2023,
	fileName: 'export(3).csv',
	result: { initiatives: [], problems: [], mappings: [], title },
});
const known = { planId: 'x', year: 2023, title: 'Årsstatus', statusDate: day, source: 'status.pdf', version: 1 };

it('calls a round what the document calls itself, and never after the file', () => {
	expect(nameRound(draft(' Status på planen '), null, {})).toEqual({
		title: 'Status på planen',
		statusDate: null,
		source: 'export(3).csv',
	});
	expect(nameRound(draft(null), null, { title: ' ' }).title).toBe('Status 2023');
});

it('keeps what a round says already, except what a person says now', () => {
	expect(nameRound(draft('Andet'), known, {})).toEqual({ title: 'Årsstatus', statusDate: day, source: 'status.pdf' });
	expect(nameRound(draft('Andet'), known, { title: 'Nyt', statusDate: null })).toEqual({
		title: 'Nyt',
		statusDate: null,
		source: 'status.pdf',
	});
});
