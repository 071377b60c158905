import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { findDatabaseError, toDomainError } from './database-errors.ts';

test('a fault is told of without the values of its query', () => {
	const refusal = new pg.DatabaseError('value too long', 1, 'error');
	const fault = toDomainError(new DrizzleQueryError('update assessment set remark = $1', ['An owner’s own words'], refusal));
	expect(fault).toMatchObject({ message: 'value too long, in: update assessment set remark = $1' });
	expect((fault as Error).stack).toContain('value too long');
	expect((fault as Error).stack).not.toContain('own words');
	expect(findDatabaseError(fault)).toBe(refusal);
});

test('a broken constraint with a meaning is the error of its rule', () => {
	const refusal = Object.assign(new pg.DatabaseError('duplicate key', 1, 'error'), { constraint: 'initiative_number_key' });
	expect(toDomainError(new DrizzleQueryError('insert', [], refusal))).toMatchObject({ code: 'initiative.duplicate-number' });
});
