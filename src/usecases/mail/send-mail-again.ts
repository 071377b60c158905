import { findMailOfToday } from '#domain/followup/gather-mails.ts';
import type { WriteMail } from '#domain/followup/mail-content.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMail, requeueMail } from '#storage/mails.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { describeMail, readMailDesk } from './read-occasion.ts';
import { addLink } from './write-round-mails.ts';

/**
 * Queues a mail again that failed or of which nobody knows whether it arrived: a person decides that, never the program. It is
 * written anew, as what the person is to be told today, and with a new link.
 * @throws DomainError not-found `mail.unknown`, conflict `mail.not-to-send-again`, `mail.nothing-due`, `mail.had-today`
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
		if (!mail.isGathered || !mail.personId) throw new DomainError('conflict', 'mail.not-to-send-again');
		const desk = await readMailDesk(tx, now);
		const { occasion, today } = desk;
		const due = findMailOfToday(occasion, mail.personId, today, mail.kind === 'invitation' ? 'invitation' : 'another');
		if (!due) throw new DomainError('conflict', 'mail.nothing-due');
		const hadToday = occasion.mailed.some(({ personId, day }) => personId === mail.personId && day === today);
		if (hadToday && mail.day !== today) throw new DomainError('conflict', 'mail.had-today');
		const link = await addLink(tx, context.address, desk, due);
		const words = write(describeMail(desk, due, link), desk.settings.locale);
		const { planId, year } = due.round;
		const anew = { ...words, kind: due.kind, planId, year, day: today, toAddress: due.person.email };
		if (!(await requeueMail(tx, mailId, anew, now))) throw new DomainError('conflict', 'mail.not-to-send-again');
	});
}
