import { expect, it } from 'vitest';
import type { ReconciledTotal } from '#domain/account/reconcile-totals.ts';
import { reconcileSentence } from './account-total.ts';

const total: ReconciledTotal = {
	label: 'Samlet',
	sector: null,
	tonnes: 146_421,
	sum: 147_076,
	difference: -655,
	includes: [],
	isChosen: false,
};

it('says the printed total, the sum and the difference, however small', () => {
	expect(reconcileSentence(total, 'da')).toBe('146.421 ton i kilden, 147.076 ton lagt sammen, forskel -655 ton (0,4\u00a0%)');
	expect(reconcileSentence({ ...total, sum: 146_420, difference: 1 }, 'en')).toBe(
		'146,421 tonnes in the source, 146,420 tonnes added up, difference +1 tonnes (0%)',
	);
});

it('says that they are the same, that nothing can be added, and which is chosen', () => {
	expect(reconcileSentence({ ...total, sum: 146_421, difference: 0 }, 'da')).toBe(
		'146.421 ton i kilden, det samme som linjerne lagt sammen',
	);
	expect(reconcileSentence({ ...total, sum: null, difference: null, isChosen: true }, 'da')).toBe(
		'146.421 ton i kilden; der er ingen linjer at holde det op mod (valgt)',
	);
});

it('says what is in a total beside the emissions', () => {
	const say = (includes: ReconciledTotal['includes']) => reconcileSentence({ ...total, sum: 146_421, difference: 0, includes }, 'da');
	expect(say(['removal'])).toBe('146.421 ton i kilden, det samme som linjerne lagt sammen med optag');
	expect(say(['removal', 'biogenic'])).toContain('med optag og biogen CO2');
});
