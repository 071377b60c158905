import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#wiring/config.ts';
import { erasePerson } from '#usecases/people/erase-person.ts';
import { openMailer, outboxFolder } from '#wiring/mailer.ts';
import { readMetrics } from '#wiring/metrics.ts';
import { openOutbox } from '#wiring/outbox.ts';
import { makeContext } from '../../test/context.ts';
import { openMailDesk, type MailDesk } from '../../test/mail-desk.ts';
import { jobs } from './jobs.ts';
import { runJob, startWorker } from './worker.ts';

let desk: MailDesk;
const dataDir = mkdtempSync(join(tmpdir(), 'fremdrift-worker-'));
beforeAll(async () => void (desk = await openMailDesk()));
afterAll(async () => {
	await desk.server.close();
	rmSync(dataDir, { recursive: true });
});

const outbox = openOutbox(outboxFolder({ dataDir }));

type Line = { event: string; facts: Record<string, unknown> };
const lines: Line[] = [];
const log = (event: string, facts = {}) => void lines.push({ event, facts });

test('every job runs, twice without doing anything twice, and tells in numbers what it did', async () => {
	const send = openMailer({ smtpUrl: null, mailFrom: 'klima@example.org', dataDir });
	const runAll = async () => {
		lines.length = 0;
		for (const job of jobs) await runJob(job, { context: desk.job(), send, outbox, signal: new AbortController().signal }, log);
		return lines.map(({ facts: { ms: _, ...facts } }) => facts);
	};
	expect(await runAll()).toEqual([{ job: 'write-mails', queued: 3, sent: 3, failed: 0, later: 0, uncertain: 0, cancelled: 0 }]);
	expect(await runAll()).toEqual([]);
	expect(readdirSync(join(dataDir, 'outbox'))).toHaveLength(3);
	const { text } = await readMetrics();
	expect(text).toContain('fremdrift_mails_total{outcome="sent"} 3');
	expect(text).toContain('fremdrift_job_duration_seconds_count{job="tidy",outcome="done"} 2');
	expect(text).not.toContain('example.org');
});

test('a mail put aside goes when its reader is erased, and when it is too old', async () => {
	const [one] = desk.people;
	const administrator = { id: 'administrator', role: 'administrator', municipalityCode: '0340' } as const;
	await desk.server.sql(`update person set left_at = now() where id = $1`, [one]);
	await erasePerson(makeContext(desk.database, administrator), { municipality: '0340', personId: String(one), outbox });
	const left = await outbox.list('0340.', 10);
	expect(left.map(({ to }) => to).sort()).toEqual(['person2@example.org', 'person3@example.org']);
	writeFileSync(join(outboxFolder({ dataDir }), '0340.00000000-0000-4000-8000-000000000001.eml.part'), 'half');
	const tidy = jobs.filter(({ name }) => name === 'tidy');
	const send = () => Promise.resolve({ outcome: 'sent' } as const);
	const run = async () => tidy[0]?.run({ context: desk.job(), send, outbox, signal: new AbortController().signal });
	expect(await run()).toMatchObject({ outbox: 1 });
	desk.setTime('2026-07-02T08:00:00Z');
	expect(await run()).toMatchObject({ outbox: 2 });
	expect(readdirSync(join(dataDir, 'outbox'))).toEqual([]);
});

test('a job that fails is told of without what its error says, which may name somebody', async () => {
	lines.length = 0;
	const run = () => Promise.reject(new Error('no mail to person1@example.org'));
	await runJob(
		{ name: 'broken', cron: '', run },
		{ context: desk.job(), send: () => run(), outbox, signal: new AbortController().signal },
		log,
	);
	expect(lines).toMatchObject([{ event: 'job.failed', facts: { job: 'broken' } }]);
	expect(JSON.stringify(lines)).not.toContain('person1');
});

test('a worker puts its jobs on the schedule, starts beside another and stops in good order', async () => {
	const config = { ...readConfig({ DATABASE_URL: desk.server.url }, dataDir), dataDir };
	const workers = await Promise.all([startWorker(config, log), startWorker(config, log)]);
	const schedules = await desk.server.sql<{ name: string; timezone: string }>(
		'select name, timezone from fremdrift_jobs.schedule order by name',
	);
	expect(schedules).toEqual(
		jobs.map(({ name }) => ({ name, timezone: 'Europe/Copenhagen' })).sort((left, right) => (left.name < right.name ? -1 : 1)),
	);
	await Promise.all(workers.map((worker) => worker.stop()));
	expect(lines.filter(({ event }) => event === 'worker.stopped')).toHaveLength(2);
	expect(
		await desk.server.sql(`select 1 from pg_stat_activity where application_name = 'fremdrift jobs' and datname = current_database()`),
	).toEqual([]);
});
