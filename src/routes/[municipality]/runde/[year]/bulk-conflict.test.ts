import { expect, it } from 'vitest';
import { describeBulkConflict } from './bulk-conflict.ts';

it('names the one that somebody else changed, and none that was not chosen', () => {
	expect(describeBulkConflict({ details: { name: '39' } }, { numbers: ['2', '39'] }, 'da')).toEqual({
		message: '39 blev ændret af en anden imens. Intet er ændret. Se 39, og prøv igen.',
		see: '39',
	});
	const { message, see } = describeBulkConflict({ details: { name: 'b2f7c0de' } }, { numbers: [] }, 'da');
	expect(see).toBeNull();
	expect(message).not.toContain('b2f7c0de');
});
