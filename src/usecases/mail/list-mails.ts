import type { MailRow } from '#storage/mails.ts';
import { listMailsOfRound } from '#storage/mails.ts';
import { listPeople } from '#storage/people.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { requireRun } from './preview-mails.ts';

/** A mail with who it is to; the name is null for somebody who was erased. */
export type ListedMail = Omit<MailRow, 'text' | 'html'> & { readonly name: string | null };

/** The mails about a round, newest first, without their words. Whoever reads it reads addresses: the audit log says so. */
export async function listMails(
	context: Context,
	{ municipality, year }: { readonly municipality: string; readonly year: number },
): Promise<ListedMail[]> {
	const { code } = await requireMay(context, 'mail.read', municipality);
	return context.database.write(code, async (tx) => {
		const { planId } = await requireRun(tx, year);
		const people = new Map((await listPeople(tx)).filter(({ erasedAt }) => !erasedAt).map(({ id, name }) => [id, name]));
		const mails = await listMailsOfRound(tx, planId, year);
		// Also when none have gone out: the page shows who would get one, and whom mail does not reach.
		await appendAudit(tx, {
			event: 'mails read',
			who: context.actor.id,
			subject: `${planId} ${year}`,
			details: { mails: mails.length },
			at: context.now(),
		});
		return mails.map(({ text: _, html: __, ...mail }) => ({ ...mail, name: (mail.personId && people.get(mail.personId)) ?? null }));
	});
}
