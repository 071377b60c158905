import type { SendMail } from '#domain/followup/mail.ts';
import { writeMail } from '#text/mails.ts';
import { removeExpiredSignIns } from '#usecases/access/remove-expired-sign-ins.ts';
import type { Context } from '#usecases/context.ts';
import { removeExpiredUploads } from '#usecases/imports/remove-expired-uploads.ts';
import type { Outbox } from '#usecases/mail/outbox.ts';
import { removeOldMails } from '#usecases/mail/remove-old-mails.ts';
import { sendQueuedMails } from '#usecases/mail/send-queued-mails.ts';
import { tidyOutbox } from '#usecases/mail/tidy-outbox.ts';
import { writeDigests } from '#usecases/mail/write-digests.ts';
import { writeRoundMails } from '#usecases/mail/write-round-mails.ts';
import { enforceRetention } from '#usecases/people/enforce-retention.ts';
import { listMunicipalities } from '#usecases/plan/list-municipalities.ts';
import { countMails } from '#wiring/metrics.ts';

export type JobParts = {
	readonly context: Context;
	readonly send: SendMail;
	/** Where mails were put aside, also before there was a mail server. */
	readonly outbox: Outbox;
	readonly signal: AbortSignal;
};
/** What a run did, as numbers for the log. */
export type JobResult = Readonly<Record<string, number>>;

/** Something that is done again and again. Every job may run twice, or at the same time on two replicas, and does its work once. */
export type Job = {
	readonly name: string;
	/** Cron expression in Danish time. */
	readonly cron: string;
	run(parts: JobParts): Promise<JobResult>;
};

export const jobs: readonly Job[] = [
	{
		name: 'write-mails',
		cron: '* * * * *',
		// What has just been written is sent at once: whoever starts a round waits for the first mail to arrive.
		run: async (parts) => {
			const written = await queueInEach(parts.context, writeRoundMails);
			return Number(written.queued) > 0 ? { ...written, ...(await sendQueued(parts)) } : written;
		},
	},
	{ name: 'write-digests', cron: '*/10 * * * *', run: ({ context }) => queueInEach(context, writeDigests) },
	{
		name: 'send-mails',
		cron: '* * * * *',
		run: sendQueued,
	},
	{
		name: 'tidy',
		cron: '17 3 * * *',
		run: async ({ context, outbox }) => {
			await removeExpiredUploads(context);
			await removeExpiredSignIns(context);
			const mails = await removeOldMails(context);
			return { mails, ...(await enforceRetention(context)), outbox: await tidyOutbox(context, { outbox }) };
		},
	},
];

async function sendQueued({ context, send, signal }: JobParts): Promise<JobResult> {
	const counts = await sendQueuedMails(context, { send, write: writeMail, signal });
	countMails(counts);
	return counts;
}

async function queueInEach(context: Context, queue: typeof writeRoundMails): Promise<JobResult> {
	let queued = 0;
	for (const { code } of await listMunicipalities(context)) queued += await queue(context, { municipality: code, write: writeMail });
	countMails({ queued });
	return { queued };
}
