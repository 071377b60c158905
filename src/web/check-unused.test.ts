import { expect, test } from 'vitest';
import { checkUnused } from './check-unused.ts';

const form = new FormData();
form.set('comment', 'Skrevet.');
form.set('text', '  ');

test('a text that would be lost stands in the way of what has no use for it, and nothing else does', () => {
	expect(() => checkUnused(form, ['text', 'comment'])).toThrow(expect.objectContaining({ code: 'answer.text-unused' }));
	expect(() => checkUnused(form, ['text', 'none'])).not.toThrow();
});
