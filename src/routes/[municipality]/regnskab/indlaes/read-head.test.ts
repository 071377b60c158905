import { describe, expect, it } from 'vitest';
import { readTypedHead, toHead } from './read-head.ts';

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
			...{ population: 30123, populationYear: null, chosenTotal: null },
		});
		form.set('population', 'mange');
		expect(toHead(readTypedHead(form)).population).toBeNaN();
	});
});
