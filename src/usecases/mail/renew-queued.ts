import { renewMail } from '#domain/followup/gather-mails.ts';
import { findAnswerLink, type WriteMail } from '#domain/followup/mail-content.ts';
import { ownerMailKinds } from '#domain/followup/reminder-schedule.ts';
import { rewordMail, type MailRow } from '#storage/mails.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { signInLinkSeconds } from '../access/sign-in.ts';
import { describeDigest } from './describe-digest.ts';
import { describeMail, readMailDesk } from './read-occasion.ts';
import { listReaders } from './write-digests.ts';
import { addLink } from './write-round-mails.ts';

type Queued = { readonly row: MailRow; readonly now: Date; readonly write: WriteMail | undefined };

/**
 * The mail that is about to go, with the words that are so now: between the writing and the sending some may have been answered, or
 * the deadline have moved. Its link stays, while it is about the same round. Undefined when it is not to go: whoever has answered
 * everything is not reminded, nobody is told weekly of a round that is approved, an address that is the person's no more gets
 * nothing, and a link to sign in that is over helps nobody.
 */
export async function renewQueued(tx: WriteTx, context: Context, { row, now, write }: Queued): Promise<MailRow | undefined> {
	if (row.kind === 'sign-in') return now.getTime() - row.queuedAt.getTime() >= signInLinkSeconds * 1000 ? undefined : row;
	const { personId, planId, year } = row;
	if (!personId || !planId || !year || !write) return row;
	const about = { personId, planId, year };
	const anew =
		row.kind === 'digest'
			? await renewDigest(tx, context, { row, now, write, about })
			: await renewOwnerMail(tx, context, { row, now, write, about });
	if (!anew) return undefined;
	if (anew.kind !== row.kind || anew.subject !== row.subject || anew.text !== row.text || anew.html !== row.html)
		await rewordMail(tx, row, anew);
	return { ...row, ...anew };
}

type Renewing = {
	readonly row: MailRow;
	readonly now: Date;
	readonly write: WriteMail;
	readonly about: { readonly personId: string; readonly planId: string; readonly year: number };
};
type Anew = Pick<MailRow, 'kind' | 'planId' | 'year' | 'subject' | 'text' | 'html'>;

async function renewDigest(tx: WriteTx, context: Context, { row, now, write, about }: Renewing): Promise<Anew | undefined> {
	const { personId, planId, year } = about;
	const desk = await readMailDesk(tx, now);
	const round = desk.occasion.rounds.find((one) => one.planId === planId && one.year === year);
	const reader = listReaders(desk).find(({ id }) => id === personId);
	if (!round || !reader || !isSameAddress(reader.email, row.toAddress)) return undefined;
	const content = { ...(await describeDigest(tx, context, desk, round)), reader: reader.name };
	return { ...write(content, desk.settings.locale), kind: row.kind, planId, year };
}

async function renewOwnerMail(tx: WriteTx, { address }: Context, { row, now, write, about }: Renewing): Promise<Anew | undefined> {
	const kind = ownerMailKinds.find((one) => one === row.kind);
	if (!row.isGathered || !kind) return row;
	const { personId, planId, year } = about;
	const desk = await readMailDesk(tx, now, personId);
	const email = desk.occasion.people.find(({ id }) => id === personId)?.email;
	if (!email || !isSameAddress(email, row.toAddress)) return undefined;
	const due = renewMail(desk.occasion, { personId, kind, planId, year }, desk.today);
	if (!due) return undefined;
	const isSameRound = due.round.planId === planId && due.round.year === year;
	const link = (isSameRound ? findAnswerLink(row.text) : undefined) ?? (await addLink(tx, address, desk, due));
	return {
		...write(describeMail(desk, due, link), desk.settings.locale),
		kind: due.kind,
		planId: due.round.planId,
		year: due.round.year,
	};
}

const isSameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
