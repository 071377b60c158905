import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { writeSampleRows } from '../../test/sample-rows.ts';
import type { Database } from './database.ts';
import { findCurrentPlan } from './plans.ts';
import type { ReadTx } from './transactions.ts';

let server: TestDatabase;
/** Two replicas: what waits in a program and what waits at the database. */
let one: Database;
let other: Database;
let order: string[] = [];

beforeAll(async () => {
	server = await createTestDatabase();
	await server.sql(writeSampleRows('0340'));
	[one, other] = [await server.open(), await server.open()];
});
beforeEach(() => void (order = []));
afterAll(() => server.close());

type Way = 'write' | 'writeBesideDrafts' | 'writeDraft';

/** Begins a transaction that stays open until it is let go. */
async function hold(database: Database, way: Way) {
	const begun = Promise.withResolvers<void>();
	const free = Promise.withResolvers<void>();
	const ended = database[way]('0340', async (tx: ReadTx) => {
		await findCurrentPlan(tx, { publicOnly: false });
		begun.resolve();
		await free.promise;
		order.push(`${way} held`);
	});
	await begun.promise;
	return { letGo: () => (free.resolve(), ended) };
}

async function go(database: Database, way: Way): Promise<void> {
	await database[way]('0340', async (tx: ReadTx) => void (await findCurrentPlan(tx, { publicOnly: false })));
	order.push(`${way} went`);
}

test.each<[held: Way, goes: Way]>([
	['writeDraft', 'writeDraft'],
	['writeDraft', 'writeBesideDrafts'],
	['writeBesideDrafts', 'writeDraft'],
])('beside %s goes %s', async (held, goes) => {
	for (const database of [one, other]) {
		const { letGo } = await hold(one, held);
		await go(database, goes);
		await letGo();
	}
	expect(order).toEqual([`${goes} went`, `${held} held`, `${goes} went`, `${held} held`]);
});

test.each<[held: Way, waits: Way]>([
	['write', 'write'],
	['write', 'writeBesideDrafts'],
	['write', 'writeDraft'],
	['writeBesideDrafts', 'write'],
	['writeBesideDrafts', 'writeBesideDrafts'],
	['writeDraft', 'write'],
])('for %s waits %s', async (held, waits) => {
	for (const database of [one, other]) {
		const { letGo } = await hold(one, held);
		const waiting = go(database, waits);
		// Time enough for who does not wait to be done, as the test above shows.
		await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 150))]);
		await Promise.all([letGo(), waiting]);
	}
	expect(order).toEqual([`${held} held`, `${waits} went`, `${held} held`, `${waits} went`]);
});

test('those who wait to write leave the connections to those who read', async () => {
	const { letGo } = await hold(one, 'write');
	const waiting = Array.from({ length: 30 }, () => go(one, 'writeBesideDrafts'));
	const { rows } = await one.read('0340', async (tx) => ({ rows: [await findCurrentPlan(tx, { publicOnly: false })] }));
	expect(rows[0]).toBeDefined();
	expect(order).toEqual([]);
	await Promise.all([letGo(), ...waiting]);
	expect(order).toHaveLength(31);
});
