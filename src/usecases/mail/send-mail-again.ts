import { findMailOfToday, type DueMail } from '#domain/followup/gather-mails.ts';
import type { WriteMail } from '#domain/followup/mail-content.ts';
import { addDays, countDays } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { addMail, findMail, requeueMail, type MailRow } from '#storage/mails.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { hiddenLink, type PreviewedMail } from './preview-mails.ts';
import { describeMail, readMailDesk, type MailDesk } from './read-occasion.ts';
import { addLink } from './write-round-mails.ts';

type SendMailAgainInput = { readonly municipality: string; readonly mailId: string; readonly write: WriteMail };

/**
 * Shows what `sendMailAgain` would send, word for word but for the secret in its link.
 * @throws DomainError as `sendMailAgain` does
 */
export async function previewMailAgain(context: Context, { municipality, mailId, write }: SendMailAgainInput): Promise<PreviewedMail> {
	const { code } = await requireMay(context, 'mail.edit', municipality);
	return context.database.read(code, async (tx) => {
		const { desk, due } = await findMailAgain(tx, mailId, context.now());
		const words = write(describeMail(desk, due, hiddenLink(context, desk)), desk.settings.locale);
		return { personId: due.person.id, name: due.person.name, to: due.person.email, kind: due.kind, words };
	});
}

/**
 * Queues a mail to somebody again: one that failed or of which nobody knows whether it arrived, and one that was sent and is not to be
 * found any more. A person decides that, never the program, and the log says who. It is written anew, as what the person is to be told
 * today, and with a new link. One that was sent stays as it was, and another goes beside it, not sooner than the days between two mails.
 * @throws DomainError not-found `mail.unknown`, conflict `mail.not-to-send-again`, `mail.nothing-due`, `mail.had-today`, `mail.too-soon`
 */
export async function sendMailAgain(context: Context, { municipality, mailId, write }: SendMailAgainInput): Promise<void> {
	const { code } = await requireMay(context, 'mail.edit', municipality);
	const now = context.now();
	await context.database.write(code, async (tx) => {
		const { mail, desk, due } = await findMailAgain(tx, mailId, now);
		const link = await addLink(tx, context.address, desk, due);
		const words = write(describeMail(desk, due, link), desk.settings.locale);
		const { planId, year } = due.round;
		const anew = { ...words, kind: due.kind, planId, year, day: desk.today, toAddress: due.person.email };
		if (mail.state === 'sent') {
			const isAdded = await addMail(tx, { ...anew, personId: due.person.id, isGathered: true }, now);
			if (!isAdded) throw new DomainError('conflict', 'mail.had-today');
		} else if (!(await requeueMail(tx, mailId, anew, now))) throw new DomainError('conflict', 'mail.not-to-send-again');
		const details = { kind: due.kind, year };
		await appendAudit(tx, { event: 'mail sent again', who: context.actor.id, subject: due.person.id, details, at: now });
	});
}

type MailAgain = { readonly mail: MailRow; readonly desk: MailDesk; readonly due: DueMail };

async function findMailAgain(tx: ReadTx, mailId: string, now: Date): Promise<MailAgain> {
	const mail = await findMail(tx, mailId);
	if (!mail) throw new DomainError('not-found', 'mail.unknown');
	const mayGo = mail.isGathered && ['failed', 'uncertain', 'sent'].includes(mail.state);
	if (!mayGo || !mail.personId) throw new DomainError('conflict', 'mail.not-to-send-again');
	const desk = await readMailDesk(tx, now);
	const { occasion, today } = desk;
	const due = findMailOfToday(occasion, mail.personId, today, mail.kind === 'invitation' ? 'invitation' : 'another');
	if (!due) throw new DomainError('conflict', 'mail.nothing-due');
	checkGap(desk, mail);
	return { mail, desk, due };
}

/** One that never arrived takes up no day; one that did counts like any other. */
function checkGap({ occasion, today, settings }: MailDesk, mail: MailRow): void {
	const days = occasion.mailed.filter(({ personId }) => personId === mail.personId).map(({ day }) => day);
	if (days.includes(today) && (mail.state === 'sent' || mail.day !== today)) throw new DomainError('conflict', 'mail.had-today');
	const last = days.reduce((latest, day) => (day > latest ? day : latest), mail.day);
	if (mail.state === 'sent' && countDays(last, today) < settings.minimumGap) {
		throw new DomainError('conflict', 'mail.too-soon', { last, from: addDays(last, settings.minimumGap) });
	}
}
