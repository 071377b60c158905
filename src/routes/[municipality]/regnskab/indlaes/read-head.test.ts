import { describe, expect, it } from 'vitest';
import { readTypedHead, toHead, writeChosenTotal } from './read-head.ts';

describe('what is typed about a file of accounts', () => {
	it('is understood, and what is left empty is not stated', () => {
		const form = new FormData();
		for (const [name, value] of Object.entries({
			kind: 'enterprise',
			release: ' A ',
			population: '30.123',
			gwpSet: 'AR5',
			releaseDate: '',
		}))
			form.set(name, value);
		expect(toHead(readTypedHead(form))).toEqual({
			...{ kind: 'enterprise', release: 'A', releaseDate: null, methodVersion: null, source: '', gwpSet: 'AR5' },
			...{ population: 30123, populationYear: null, chosenTotals: [] },
		});
		form.set('population', 'mange');
		expect(toHead(readTypedHead(form)).population).toBeNaN();
	});

	it('keeps every choice of a total with its years, and nothing of an empty or broken one', () => {
		const choices = [
			{ years: [2018, 2019], label: 'Samlet (1)' },
			{ years: [2020], label: 'Samlet: inkl. skov' },
		];
		const form = new FormData();
		for (const value of [...choices.map(writeChosenTotal), '', 'Samlet', 'år: Samlet']) form.append('chosenTotal', value);
		expect(toHead(readTypedHead(form)).chosenTotals).toEqual(choices);
	});
});
