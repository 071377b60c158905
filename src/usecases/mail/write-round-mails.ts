import { addDays } from '#domain/shared/danish-day.ts';
import type { DueMail } from '#domain/followup/gather-mails.ts';
import type { WriteMail } from '#domain/followup/mail-content.ts';
import { addAnswerLink } from '#storage/answer-links.ts';
import { listMailRounds } from '#storage/mail-occasions.ts';
import { addMail } from '#storage/mails.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { describeMail, findDueMails, readMailDesk, type MailDesk } from './read-occasion.ts';

/** Days after the deadline that the link of a mail works: past the last reminder, so that the late can still answer. */
const linkDays = 45;

/** Mails that are written while others who change something wait. */
const atOnce = 20;

/**
 * Queues every mail to owners that is due now, one per person and Danish day, and gives how many. Run again, also by another replica
 * at the same time, it adds nothing: what is due is found and queued in one transaction of the municipality, a few at a time so that those
 * who send in need not wait for all.
 */
export async function writeRoundMails(
	context: Context,
	{ municipality, write }: { readonly municipality: string; readonly write: WriteMail },
): Promise<number> {
	const { code } = await requireMay(context, 'round.run', municipality);
	const now = context.now();
	const isNeeded = await context.database.read(code, async (tx) => {
		// In most municipalities no round runs, and this is asked every minute.
		if ((await listMailRounds(tx)).length === 0) return false;
		return findDueMails(await readMailDesk(tx, now)).length > 0;
	});
	if (!isNeeded) return 0;
	const tried = new Set<string>();
	for (let queued = 0; ;) {
		const before = tried.size;
		queued += await context.database.writeBesideDrafts(code, async (tx) => {
			const desk = await readMailDesk(tx, now);
			const next = findDueMails(desk).filter(({ person }) => !tried.has(person.id));
			const those = next.slice(0, atOnce);
			for (const { person } of those) tried.add(person.id);
			// Sent without waiting in between: others wait until it is done.
			const added = await Promise.all(those.map((due) => queueMail(tx, context, desk, due, write)));
			return added.filter(Boolean).length;
		});
		if (tried.size === before) return queued;
	}
}

async function queueMail(tx: WriteTx, { address }: Context, desk: MailDesk, due: DueMail, write: WriteMail): Promise<boolean> {
	const { person, kind, round } = due;
	const { planId, year } = round;
	const link = await addLink(tx, address, desk, due);
	const words = write(describeMail(desk, due, link), desk.settings.locale);
	const mail = { ...words, kind, personId: person.id, planId, year, day: desk.today, isGathered: true, toAddress: person.email };
	return addMail(tx, mail, desk.now);
}

/** Makes the address by which a person answers; its secret is nowhere but in the mail. */
export async function addLink(
	tx: WriteTx,
	address: string,
	{ municipality, now, today }: MailDesk,
	{ person, round }: Pick<DueMail, 'person' | 'round'>,
): Promise<string> {
	const { planId, year, deadline } = round;
	const lastDay = addDays(deadline > today ? deadline : today, linkDays);
	const expiresAt = new Date(`${lastDay}T23:59:59Z`);
	const token = await addAnswerLink(tx, { personId: person.id, planId, year, expiresAt, at: now });
	return `${address}/${municipality.slug}/svar/link/${token}`;
}
