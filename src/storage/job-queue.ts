import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { applicationRole } from './grants.ts';

/** Jobs that run again and again, on one of the replicas at a time. */
export type JobQueue = {
	/**
	 * Runs `work` by a cron expression in Danish time. Of several replicas one does each run; a run that comes while the one before
	 * still waits is left out. What `work` throws goes to `onError` and is not tried again before the next run.
	 */
	repeat(name: string, cron: string, work: (signal: AbortSignal) => Promise<void>): Promise<void>;
	/** Waits for what runs, no longer than so many milliseconds, and takes nothing new. */
	stop(patienceMs: number): Promise<void>;
};

/** The jobs' own tables are apart from the municipalities': what stands in them is when something ran, and nothing else. */
const schema = 'fremdrift_jobs';

/** Makes or updates the tables of the jobs and lets the application's role use them. As the owner, inside the migration's lock. */
export async function migrateJobs(client: pg.ClientBase): Promise<void> {
	const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
	const boss = new PgBoss({ db, schema, supervise: false, schedule: false });
	boss.on('error', () => undefined);
	await boss.start();
	await boss.stop({ graceful: false });
	await client.query(grant);
}

const grant = `do $$
begin
	if exists (select from pg_roles where rolname = '${applicationRole}') then
		grant usage on schema ${schema} to ${applicationRole};
		grant select, insert, update, delete on all tables in schema ${schema} to ${applicationRole};
		grant usage on all sequences in schema ${schema} to ${applicationRole};
		grant execute on all functions in schema ${schema} to ${applicationRole};
	end if;
end
$$`;

export type JobQueueOptions = {
	/** `postgres://…` to a migrated database. */
	readonly url: string;
	/** Told of what goes wrong around the jobs, such as a database that is away. */
	readonly onError: (error: Error) => void;
	/** Between two looks for work; 2 when left out. */
	readonly pollingSeconds?: number;
};

/** Opens the queue. Work goes on by itself when the database has been away. */
export async function openJobQueue({ url, onError, pollingSeconds = 2 }: JobQueueOptions): Promise<JobQueue> {
	const boss = new PgBoss({
		connectionString: url,
		options: (await canTakeRole(url)) ? `-c role=${applicationRole}` : undefined,
		schema,
		max: 3,
		application_name: 'fremdrift jobs',
		migrate: false,
		createSchema: false,
		// Only the owner of an index may rebuild it, and these tables stay small.
		reindex: false,
		monitorVacuum: false,
	});
	boss.on('error', onError);
	await boss.start();
	return {
		repeat: async (name, cron, work) => {
			await boss.createQueue(name, {
				policy: 'short',
				retryLimit: 0,
				expireInSeconds: 900,
				retentionSeconds: 3600,
				deleteAfterSeconds: 86_400,
			});
			await boss.work(name, { pollingIntervalSeconds: pollingSeconds }, async ([job]) => {
				if (job) await work(job.signal);
			});
			await boss.schedule(name, cron, null, { tz: 'Europe/Copenhagen' });
		},
		stop: (timeout) => boss.stop({ graceful: true, timeout, close: true }),
	};
}

async function canTakeRole(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, application_name: 'fremdrift jobs' });
	await client.connect();
	try {
		await client.query(`set role ${applicationRole}`);
		return true;
	} catch {
		return false;
	} finally {
		await client.end();
	}
}
