import { renewMail } from '#domain/followup/gather-mails.ts';
import { findAnswerLink, type WriteMail } from '#domain/followup/mail-content.ts';
import { ownerMailKinds } from '#domain/followup/reminder-schedule.ts';
import { rewordMail, type MailRow } from '#storage/mails.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { signInLinkSeconds } from '../access/sign-in.ts';
import { describeMail, readMailDesk } from './read-occasion.ts';
import { addLink } from './write-round-mails.ts';

type Queued = { readonly row: MailRow; readonly now: Date; readonly write: WriteMail | undefined };

/**
 * The mail that is about to go, with the words that are so now: between the writing and the sending some may have been answered, or
 * the deadline have moved. Its link stays, while it is about the same round. Undefined when it is not to go: whoever has answered
 * everything is not reminded, nor is an address that is the person's no more, and a link to sign in that is over helps nobody.
 */
export async function renewQueued(tx: WriteTx, { address }: Context, { row, now, write }: Queued): Promise<MailRow | undefined> {
	const { personId, planId, year, toAddress } = row;
	if (row.kind === 'sign-in' && now.getTime() - row.queuedAt.getTime() >= signInLinkSeconds * 1000) return undefined;
	const kind = ownerMailKinds.find((one) => one === row.kind);
	if (!row.isGathered || !personId || !kind || !planId || !year || !write) return row;
	const desk = await readMailDesk(tx, now, personId);
	const email = desk.occasion.people.find(({ id }) => id === personId)?.email;
	if (email?.toLowerCase() !== toAddress.toLowerCase()) return undefined;
	const due = renewMail(desk.occasion, { personId, kind, planId, year }, desk.today);
	if (!due) return undefined;
	const isSameRound = due.round.planId === planId && due.round.year === year;
	const link = (isSameRound ? findAnswerLink(row.text) : undefined) ?? (await addLink(tx, address, desk, due));
	const anew = {
		...write(describeMail(desk, due, link), desk.settings.locale),
		kind: due.kind,
		planId: due.round.planId,
		year: due.round.year,
	};
	if (anew.kind !== kind || anew.subject !== row.subject || anew.text !== row.text || anew.html !== row.html)
		await rewordMail(tx, row, anew);
	return { ...row, ...anew };
}
