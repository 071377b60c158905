import { expect, it } from 'vitest';
import { describeBulkConflict, listChangedMeanwhile } from './bulk-conflict.ts';

it('names the one that somebody else changed, and none that was not chosen', () => {
	expect(
		describeBulkConflict(
			{ details: { name: '39' } },
			{
				chosen: [
					{ number: '2', version: 1 },
					{ number: '39', version: 1 },
				],
			},
			'da',
		),
	).toEqual({
		message: '39 blev ændret af en anden imens. Intet er ændret. Se 39, og prøv igen.',
		see: '39',
	});
	const { message, see } = describeBulkConflict({ details: { name: 'b2f7c0de' } }, { chosen: [] }, 'da');
	expect(see).toBeNull();
	expect(message).not.toContain('b2f7c0de');
});

it('lists every row that was changed since it was chosen, as what is sent next is about the versions shown now', () => {
	const rows = ['2', '3', '39', '40'].map((number, index) => ({ initiative: { number }, answer: { version: index + 1 } }));
	const chosen = [
		{ number: '2', version: 1 },
		{ number: '3', version: 1 },
		{ number: '39', version: 2 },
		{ number: 'gone', version: 1 },
	];
	expect(listChangedMeanwhile(chosen, rows)).toEqual(['3', '39']);
	expect(listChangedMeanwhile([], rows)).toEqual([]);
});
