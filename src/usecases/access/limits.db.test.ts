import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { forgetTries, isWithinLimit, limits } from './limits.ts';

let server: TestDatabase;
/** Two replicas on one database. */
let replicas: Database[];
let time = Date.parse('2026-03-01T10:00:00Z');
const now = () => new Date(time);

beforeAll(async () => {
	server = await createTestDatabase();
	replicas = [await server.open(), await server.open()];
});
afterAll(() => server.close());

const tryOnce = (replica: number, whose: string) =>
	isWithinLimit({ database: replicas[replica] as Database, now }, 'password for address', whose);

test('tries count together in all replicas, at once and in turn, and by whose they are', async () => {
	const { most, windowMs } = limits['password for address'];
	const answers = await Promise.all(Array.from({ length: 2 * most }, (_, turn) => tryOnce(turn % 2, 'A@example.org')));
	expect(answers.filter(Boolean)).toHaveLength(most);
	expect(await tryOnce(0, 'a@example.org')).toBe(false);
	expect(await tryOnce(1, 'b@example.org')).toBe(true);
	time += windowMs + 1;
	expect(await tryOnce(1, 'a@example.org')).toBe(true);
	const rows = await server.sql<{ all: string }>(`select json_agg(r)::text as all from sign_in_rate_limit r`);
	expect(rows[0]?.all).not.toContain('example.org');
});

test('a success starts counting afresh', async () => {
	const { most } = limits['password for address'];
	for (let turn = 0; turn < most; turn++) await tryOnce(0, 'c@example.org');
	await forgetTries({ database: replicas[1] as Database }, 'password for address', 'c@example.org');
	expect(await tryOnce(0, 'c@example.org')).toBe(true);
});
