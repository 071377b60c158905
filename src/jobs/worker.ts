import type { Config } from '#wiring/config.ts';
import type { Log } from '#wiring/log.ts';
import { observeJob } from '#wiring/metrics.ts';
import { nameError } from '#wiring/name-error.ts';
import { openWorkerParts } from '#wiring/worker.ts';
import { jobs, type Job, type JobParts } from './jobs.ts';

/** A worker that runs. */
export type Worker = {
	/** Takes nothing new and waits for what runs. */
	stop(): Promise<void>;
};

/** Starts doing jobs. As many workers as wanted may run on one database: each job is done by one of them. */
export async function startWorker(config: Config, log: Log): Promise<Worker> {
	const { queue, context, send, outbox, close } = await openWorkerParts(config, log);
	const stopping = new AbortController();
	try {
		for (const job of jobs) {
			await queue.repeat(job.name, job.cron, (signal) =>
				runJob(job, { context, send, outbox, signal: AbortSignal.any([signal, stopping.signal]) }, log),
			);
		}
	} catch (error) {
		await close();
		throw error;
	}
	log('worker.started', { jobs: jobs.length });
	return {
		stop: async () => {
			stopping.abort();
			await close();
			log('worker.stopped');
		},
	};
}

/** Runs a job once and tells how it went. What it throws is told, and the next run tries again. */
export async function runJob(job: Job, parts: JobParts, log: Log): Promise<void> {
	const started = performance.now();
	const seconds = () => (performance.now() - started) / 1000;
	try {
		const result = await job.run(parts);
		observeJob({ job: job.name, outcome: 'done' }, seconds());
		// Every minute nothing is done; a log that says so hides what is.
		if (Object.values(result).some((count) => count > 0)) log('job.done', { job: job.name, ...result, ms: Math.round(seconds() * 1000) });
	} catch (error) {
		observeJob({ job: job.name, outcome: 'failed' }, seconds());
		log('job.failed', { job: job.name, reason: nameError(error) });
	}
}
