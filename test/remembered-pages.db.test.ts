import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from './database.ts';
import { createExampleDatabase } from './example-database.ts';
import { startProgram, type RunningProgram } from './program.ts';

let database: TestDatabase;
/** Two replicas of the whole program on one database. */
const replicas: RunningProgram[] = [];

// Builds the site where that is needed.
beforeAll(async () => {
	database = await createExampleDatabase();
	for (let count = 0; count < 2; count++) replicas.push(await startProgram({ DATABASE_URL: database.url }));
}, 240_000);

afterAll(async () => {
	for (const { child, ended } of replicas) {
		child.kill('SIGTERM');
		await ended;
	}
	await database.close();
});

const encodings = ['br', 'gzip', 'identity'];
const pages = ['/soroe', '/soroe/indsatser', '/en/soroe/indsatser?sort=nummer', '/soroe/status/2023', '/soroe/plantjek', '/soroe/om'];
const get = (address: string, headers: Record<string, string> = {}) => fetch(address, { headers, redirect: 'manual' });

test('a change made by another connection stands on the very next page, in every packing and language, on every replica', async () => {
	for (const title of ['Første navn', 'Andet navn', 'Tredje navn']) {
		await database.sql(`update initiative set title = $1 where municipality_code = '0340' and number = '1'`, [title]);
		for (const path of ['/soroe/indsatser', '/en/soroe/indsatser', '/soroe/status/2023', '/soroe/indsatser/1']) {
			for (const encoding of encodings) {
				for (const { address } of replicas) {
					const made = await (await get(address + path, { 'accept-encoding': encoding })).text();
					expect(made, `${path} ${encoding}`).toContain(title);
					expect(await (await get(address + path, { 'accept-encoding': encoding })).text()).toBe(made);
				}
			}
		}
	}
});

test('a page that is sent again is the same but for its own number', async () => {
	for (const { address } of replicas) {
		for (const path of pages) {
			const [first, again] = [await get(address + path), await get(address + path)];
			const [one, two] = [first, again].map(({ headers }) => Object.fromEntries(headers));
			expect(first.status, path).toBe(200);
			expect(two?.['x-request-id']).not.toBe(one?.['x-request-id']);
			expect({ ...two, date: null, 'x-request-id': null }).toEqual({ ...one, date: null, 'x-request-id': null });
			expect(one?.['content-security-policy'], path).not.toContain('nonce');
			expect(await again.text()).toBe(await first.text());
		}
	}
});

test('on the own machine everybody may edit, but not who comes through a proxy', async () => {
	for (const { address } of replicas) {
		for (const [headers, status] of [
			[{}, 200],
			[{ 'x-forwarded-for': '192.0.2.7' }, 403],
			[{ via: '1.1 proxy' }, 403],
		] as const) {
			expect((await get(`${address}/soroe/import`, headers)).status, JSON.stringify(headers)).toBe(status);
			const body = new URLSearchParams({ importId: 'none' });
			const undo = await fetch(`${address}/soroe/import?/undo`, { method: 'POST', body, headers: { ...headers, origin: address } });
			expect(undo.status === 403, JSON.stringify(headers)).toBe(status === 403);
			expect((await (await get(`${address}/soroe`, headers)).text()).includes('/soroe/import"')).toBe(status === 200);
		}
	}
});

test('whoever has the page already is told so, until it changes', async () => {
	for (const encoding of encodings) {
		const [address] = replicas.map((replica) => `${replica.address}/soroe/indsatser`) as [string];
		const etag = (await get(address, { 'accept-encoding': encoding })).headers.get('etag') ?? '';
		const headers = { 'accept-encoding': encoding, 'if-none-match': etag, 'cache-control': 'no-cache' };
		expect((await get(address, headers)).status, encoding).toBe(304);
		await database.sql(`update initiative set title = $1 where municipality_code = '0340' and number = '1'`, [`Navn til ${encoding}`]);
		expect((await get(address, headers)).status).toBe(200);
	}
});

test('what does not exist is asked for anew each time', async () => {
	const [address] = replicas.map((replica) => replica.address) as [string];
	for (let time = 0; time < 2; time++) {
		expect((await get(`${address}/findes-ikke`)).status).toBe(404);
		expect((await get(`${address}/soroe/status/2024`)).status).toBe(404);
		expect((await get(`${address}/soroe/indsatser/`)).status).toBe(308);
	}
	await database.sql(`insert into status_round (municipality_code, plan_id, year, title, status_date, source, version, changed_at)
		select municipality_code, plan_id, 2024, 'Runde 2024', null, source, 1, now() from status_round where municipality_code = '0340'`);
	expect((await get(`${address}/soroe/status/2024`)).status).toBe(200);
});
