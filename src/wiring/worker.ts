import { DomainError } from '#domain/shared/domain-error.ts';
import type { SendMail } from '#domain/followup/mail.ts';
import { openJobQueue, type JobQueue } from '#storage/job-queue.ts';
import type { Context } from '#usecases/context.ts';
import type { Outbox } from '#usecases/mail/outbox.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { openMailer, outboxFolder } from './mailer.ts';
import { openOutbox } from './outbox.ts';
import { job, openServices } from './services.ts';

/** What a worker works with. */
export type WorkerParts = {
	readonly queue: JobQueue;
	readonly context: Context;
	readonly send: SendMail;
	readonly outbox: Outbox;
	close(): Promise<void>;
};

// Milliseconds that a job that runs gets to end by itself when the worker is asked to stop.
const patience = 10_000;

/** Opens the queue, a database of its own and the way mails leave. @throws DomainError `config.database-missing`, `database.…` */
export async function openWorkerParts(config: Config, log: Log): Promise<WorkerParts> {
	if (!config.databaseUrl) throw new DomainError('invalid', 'config.database-missing');
	const services = await openServices(config);
	try {
		const onError = (error: Error) => log('jobs.trouble', { reason: error.name });
		const queue = await openJobQueue({ url: config.databaseUrl, onError });
		const close = async () => {
			await queue.stop(patience);
			await services.close();
		};
		return { queue, context: services.context(job), send: openMailer(config), outbox: openOutbox(outboxFolder(config)), close };
	} catch (error) {
		await services.close();
		throw error;
	}
}
