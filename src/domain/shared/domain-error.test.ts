import { describe, expect, it } from 'vitest';
import { DomainError, isDomainError } from './domain-error.ts';

describe('the one error of the rules', () => {
	it('carries its kind, code and facts, and the cause', () => {
		const cause = new Error('below');
		const error = new DomainError('conflict', 'initiative.duplicate-number', { number: '20a' }, { cause });
		expect(error).toMatchObject({ kind: 'conflict', code: 'initiative.duplicate-number', details: { number: '20a' }, cause });
		expect(error.message).toContain('initiative.duplicate-number');
	});

	it('is known by its mark, so that another bundle of the class is known too', () => {
		const fromElsewhere = Object.assign(new Error('x'), { [Symbol.for('fremdrift.domain-error')]: true });
		expect(isDomainError(new DomainError('invalid', 'x'))).toBe(true);
		expect(isDomainError(fromElsewhere)).toBe(true);
	});

	it.each([new Error('x'), null, undefined, 'text', { kind: 'invalid', code: 'x' }])('is not %s', (other) => {
		expect(isDomainError(other)).toBe(false);
	});
});
