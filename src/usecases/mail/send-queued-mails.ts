import type { MailKind, SendMail } from '#domain/followup/mail.ts';
import type { WriteMail } from '#domain/followup/mail-content.ts';
import { claimMail, hasMailToSend, markUncertainMails, saveMailState, type MailRow } from '#storage/mails.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import { saveBounce } from '#storage/people.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';
import { renewQueued } from './renew-queued.ts';

/** What became of the mails of one run. */
export type SentMails = { sent: number; failed: number; later: number; uncertain: number; cancelled: number };

const minute = 60_000;
const uncertainAfter = 10 * minute;
const retryAfter = 5 * minute;
// A mail that could not be handed over for two days says something that is no longer so.
const giveUpAfter = 48 * 60 * minute;
// So many in a row that the server would not take now: the server is the trouble, and the rest can wait.
const patience = 3;

/**
 * Sends what is queued in every municipality, each mail once: it is taken in a transaction of its own before it is handed over. One
 * whose worker ended meanwhile becomes `uncertain` after ten minutes and is never sent again by itself. A mail to an owner says what is
 * so when it goes, however long it has waited.
 */
export async function sendQueuedMails(
	context: Context,
	{ send, write, signal }: { readonly send: SendMail; readonly write: WriteMail; readonly signal?: AbortSignal },
): Promise<SentMails> {
	requireMayAnywhere(context, 'service.manage');
	const counts: SentMails = { sent: 0, failed: 0, later: 0, uncertain: 0, cancelled: 0 };
	for (const { code } of await context.database.readPublic(listMunicipalityProfiles)) {
		if (!(await context.database.read(code, hasMailToSend))) continue;
		const before = new Date(context.now().getTime() - uncertainAfter);
		counts.uncertain += await context.database.writeBesideDrafts(code, (tx) => markUncertainMails(tx, before));
		if (!(await sendAll(context, code, { send, write, signal }, counts))) break;
	}
	return counts;
}

/**
 * Sends the mails with links to sign in that a municipality has queued: somebody waits for one. What else is queued waits for the job,
 * which also takes care of those that fail here.
 */
export async function sendSignInMails(
	context: Context,
	{ municipality, send }: { municipality: string; send: SendMail },
): Promise<SentMails> {
	requireMayAnywhere(context, 'service.manage');
	const counts: SentMails = { sent: 0, failed: 0, later: 0, uncertain: 0, cancelled: 0 };
	await sendAll(context, municipality, { send, kind: 'sign-in' }, counts);
	return counts;
}

/** `write` is for the mails to owners; a way that takes none of them needs it not. */
type Way = { readonly send: SendMail; readonly write?: WriteMail; readonly signal?: AbortSignal; readonly kind?: MailKind };

/** False when the mail server takes nothing at the moment. */
async function sendAll(context: Context, code: string, { send, write, signal, kind }: Way, counts: SentMails): Promise<boolean> {
	for (let refusals = 0; refusals < patience && !signal?.aborted;) {
		const outcome = await sendNext(context, code, { send, write, kind });
		if (!outcome) return true;
		counts[outcome]++;
		refusals = outcome === 'later' ? refusals + 1 : 0;
	}
	return false;
}

async function sendNext(context: Context, code: string, { send, write, kind }: Way): Promise<keyof SentMails | undefined> {
	const taken = await context.database.writeBesideDrafts(code, async (tx) => {
		const now = context.now();
		const row = await claimMail(tx, now, new Date(now.getTime() - retryAfter), kind);
		const mail = row && (await renewQueued(tx, context, { row, now, write }));
		if (!row || mail) return mail;
		await saveMailState(tx, row, 'cancelled', null, now);
		return 'cancelled' as const;
	});
	if (taken === 'cancelled' || !taken) return taken;
	const { id, toAddress: to, subject, text, html } = taken;
	const delivery = await send({ key: `${code}.${id}`, to, subject, text, html });
	const now = context.now();
	return context.database.writeBesideDrafts(code, async (tx) => {
		const isLate = now.getTime() - taken.queuedAt.getTime() > giveUpAfter;
		if (delivery.outcome === 'sent') return saveAs(tx, taken, 'sent', null, now);
		if (delivery.outcome === 'uncertain') return saveAs(tx, taken, 'uncertain', delivery.reason, now);
		if (delivery.outcome === 'later' && !isLate) {
			await saveMailState(tx, taken, 'queued', delivery.reason, now);
			return 'later';
		}
		if (delivery.outcome === 'refused' && delivery.isAddress && taken.personId) {
			await saveBounce(tx, taken.personId, { at: now, reason: delivery.reason });
		}
		return saveAs(tx, taken, 'failed', delivery.reason, now);
	});
}

async function saveAs<State extends 'sent' | 'failed' | 'uncertain'>(
	tx: WriteTx,
	row: MailRow,
	state: State,
	reason: string | null,
	at: Date,
): Promise<State> {
	await saveMailState(tx, row, state, reason, at);
	return state;
}
