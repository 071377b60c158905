import { gatherMails } from '#domain/followup/gather-mails.ts';
import type { WriteMail } from '#domain/followup/mail-content.ts';
import type { OwnerMailKind } from '#domain/followup/reminder-schedule.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMail, requeueMail } from '#storage/mails.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { describeMail, readMailDesk } from './read-occasion.ts';
import { addLink } from './write-round-mails.ts';

/**
 * Queues a mail again that failed or of which nobody knows whether it arrived: a person decides that, never the program. It is
 * written anew, as things stand now and with a new link.
 * @throws DomainError not-found `mail.unknown`, conflict `mail.not-to-send-again`
 */
export async function sendMailAgain(
	context: Context,
	{ municipality, mailId, write }: { readonly municipality: string; readonly mailId: string; readonly write: WriteMail },
): Promise<void> {
	const { code } = await requireMay(context, 'mail.edit', municipality);
	const now = context.now();
	await context.database.write(code, async (tx) => {
		const mail = await findMail(tx, mailId);
		if (!mail) throw new DomainError('not-found', 'mail.unknown');
		const desk = await readMailDesk(tx, now);
		// As if nothing had gone to anybody: what the person has to answer at this moment.
		const { due } = gatherMails({ ...desk.occasion, mailed: [] }, desk, desk.settings);
		const found = due.find(({ person }) => person.id === mail.personId);
		if (!found || !mail.isGathered) throw new DomainError('conflict', 'mail.not-to-send-again');
		const link = await addLink(tx, context.address, desk, found);
		const words = write(describeMail(desk, { ...found, kind: mail.kind as OwnerMailKind }, link), desk.settings.locale);
		if (!(await requeueMail(tx, mailId, { ...words, toAddress: found.person.email }, now)))
			throw new DomainError('conflict', 'mail.not-to-send-again');
	});
}
