import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { applicationRole } from './grants.ts';
import { openJobQueue } from './job-queue.ts';

let server: TestDatabase;
beforeAll(async () => void (server = await createTestDatabase()));
afterAll(() => server.close());

const fail = (error: Error) => {
	throw error;
};

/** Sends a job as the schedule would. */
async function send(name: string): Promise<void> {
	const { PgBoss } = await import('pg-boss');
	const boss = new PgBoss({
		connectionString: server.url,
		schema: 'fremdrift_jobs',
		migrate: false,
		supervise: false,
		schedule: false,
		max: 1,
	});
	boss.on('error', fail);
	await boss.start();
	await boss.send(name);
	await boss.stop({ graceful: false });
}

describe('the queue of jobs', () => {
	it('runs each job on one of two replicas', async () => {
		const replicas = [];
		const ran: string[] = [];
		for (const replica of ['one', 'two']) {
			const queue = await openJobQueue({ url: server.url, onError: fail, pollingSeconds: 0.5 });
			replicas.push(queue);
			await queue.repeat('test-once', '0 0 1 1 *', async () => void ran.push(replica));
		}
		for (let at = 1; at <= 4; at++) {
			await send('test-once');
			const until = Date.now() + 10_000;
			while (ran.length < at && Date.now() < until) await delay(100);
			expect(ran).toHaveLength(at);
		}
		await delay(700);
		expect(ran).toHaveLength(4);
		await Promise.all(replicas.map((queue) => queue.stop(2000)));
	});

	it('stops in good order: what runs is told and waited for', async () => {
		const queue = await openJobQueue({ url: server.url, onError: fail, pollingSeconds: 0.5 });
		let state = 'waiting';
		await queue.repeat('test-slow', '0 0 1 1 *', async () => {
			state = 'running';
			await delay(800);
			state = 'done';
		});
		await send('test-slow');
		const until = Date.now() + 10_000;
		while (state === 'waiting' && Date.now() < until) await delay(50);
		await queue.stop(5000);
		expect(state).toBe('done');
	});

	it('keeps its tables from everybody but the application, and in a schema of their own', async () => {
		const client = new pg.Client({ connectionString: server.url });
		await client.connect();
		await client.query(`set role ${applicationRole}`);
		await expect(client.query('select count(*) from fremdrift_jobs.job')).resolves.toBeDefined();
		await expect(client.query('create table fremdrift_jobs.mine ()')).rejects.toThrow('permission denied');
		await client.end();
	});
});
