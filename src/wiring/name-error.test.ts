import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { nameError } from './name-error.ts';

test('an error is named by kind, code and place, without the values of the query', () => {
	const cause = Object.assign(new Error('invalid input syntax: "et@example.org"'), { code: '22P02' });
	const params = ['et@example.org', 'Prøveperson\n    at et@example.org'];
	const named = nameError(new DrizzleQueryError('select * from sign_in_user where email = $1', params, cause));
	expect(named).toMatch(/^Error 22P02 at .*name-error\.test\.ts:\d+/);
	expect(named).not.toMatch(/example\.org|Prøveperson|select/);
});

test('an error whose code is a sentence, and what is no error, say nothing', () => {
	expect(nameError(Object.assign(new TypeError('x'), { code: 'to et@example.org' }))).toMatch(/^TypeError at /);
	expect(nameError('et@example.org')).toBe('string');
});
