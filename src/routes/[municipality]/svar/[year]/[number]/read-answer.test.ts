import { expect, test } from 'vitest';
import { readShownColour, readShownColours, writeShownColours } from './read-answer.ts';

const makeForm = (shown?: string, name = 'shown') => {
	const form = new FormData();
	if (shown !== undefined) form.set(name, shown);
	return form;
};
const colours = {
	'in progress': 'green',
	'partly in progress': 'yellow',
	planning: null,
	'not started': 'red',
	'on hold': null,
	completed: 'white',
} as const;

test('what a form said would follow from each state is read as it was written', () => {
	expect(readShownColours(makeForm(writeShownColours(colours)))).toEqual(colours);
	expect(readShownColours(makeForm())).toBeUndefined();
	expect(readShownColours(makeForm('green yellow'))).toBeUndefined();
});

test('of “unchanged” no colour is told from nothing said', () => {
	const read = (shown?: string) => readShownColour(makeForm(shown, 'unchangedShown'));
	expect([read('red'), read(''), read()]).toEqual(['red', null, undefined]);
});
