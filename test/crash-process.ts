import { randomUUID } from 'node:crypto';
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { emptyDraft } from '#domain/followup/answer-rules.ts';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { openDatabase } from '#storage/database.ts';
import type { Context } from '#usecases/context.ts';

/**
 * An application that does one kind of work until it is killed, and says in a line what it tries and what was acknowledged.
 * Usage: node crash-process.ts URL WORK, where WORK is JSON.
 */
export type CrashWork =
	| { readonly kind: 'save'; readonly personId: string; readonly year: number; readonly numbers: readonly string[]; readonly from: number }
	| { readonly kind: 'mail'; readonly outbox: string }
	| { readonly kind: 'publish'; readonly year: number };

const municipality = 'soroe';
const [url = '', work = ''] = process.argv.slice(2);

// Written at once: what was said before the end has reached the test. A test that has ended hears nothing more.
function say(...words: (string | number)[]): void {
	try {
		writeSync(1, `${words.join('\t')}\n`);
	} catch {
		process.exit(1);
	}
}

/** Works again and again. A database that is gone comes back; what a rule refuses is a fault. */
async function repeat(work: () => Promise<void>): Promise<void> {
	for (;;) {
		try {
			await work();
		} catch (error) {
			if (isDomainError(error)) throw error;
			await delay(30);
		}
	}
}

async function saveOn(context: Context, { year, numbers, from }: CrashWork & { kind: 'save' }): Promise<void> {
	const { giveAnswer } = await import('#usecases/round/give-answer.ts');
	const { saveDraft } = await import('#usecases/round/save-draft.ts');
	const { viewOwnAnswer } = await import('#usecases/round/view-own-answer.ts');
	let count = from;
	say('ready');
	await repeat(async () => {
		count += 1;
		const number = numbers[count % numbers.length] ?? '';
		const key = { municipality, year, number };
		const content = {
			...emptyDraft,
			state: 'in progress',
			progress: 'yellow',
			fulfilment: 'yellow',
			remark: `Tekst ${count}`,
			colourReason: 'Prøve',
		} as const;
		// Asked anew each time: a save whose answer was lost may have been stored.
		const { version } = (await viewOwnAnswer(context, key)).answer;
		const isGiven = count % 3 !== 0;
		say('try', number, count, isGiven ? 'give' : 'draft');
		if (isGiven) await giveAnswer(context, { ...key, version, content });
		else await saveDraft(context, { ...key, version, draft: content });
		say('done', number, count, isGiven ? 'give' : 'draft');
	});
}

async function mailOn(context: Context, { outbox }: CrashWork & { kind: 'mail' }): Promise<void> {
	const { sendQueuedMails } = await import('#usecases/mail/send-queued-mails.ts');
	const { writeMail } = await import('#text/mails.ts');
	const send = async ({ key }: { key: string }) => {
		// Each delivery leaves a file of its own, so that a second one would be seen.
		writeFileSync(join(outbox, `${key}.${randomUUID()}`), '');
		await delay(Math.random() * 20);
		return { outcome: 'sent' } as const;
	};
	say('ready');
	await repeat(async () => {
		await sendQueuedMails(context, { send, write: writeMail });
		await delay(20);
	});
}

async function publish(context: Context, { year }: CrashWork & { kind: 'publish' }): Promise<void> {
	const { publishRound } = await import('#usecases/reports/publish-round.ts');
	say('ready');
	await publishRound(context, { municipality, year });
	say('published', year);
}

async function run(parsed: CrashWork): Promise<void> {
	const database = await openDatabase({ url, poolSize: 2 });
	const context = (id: string, more: object) =>
		({ database, address: 'http://127.0.0.1', now: () => new Date(), actor: { id, ...more } }) as Context;
	if (parsed.kind === 'save') {
		const { personId } = parsed;
		await saveOn(context(personId, { role: 'owner', municipalityCode: '0340', personIds: [personId] }), parsed);
	} else if (parsed.kind === 'mail') await mailOn(context('job', { role: 'administrator', municipalityCode: null }), parsed);
	else await publish(context('coordinator', { role: 'coordinator', municipalityCode: '0340' }), parsed);
}

run(JSON.parse(work) as CrashWork).then(
	() => process.exit(0),
	(error: unknown) => {
		say('ended', error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
