import { digestRoles, type WriteMail } from '#domain/followup/mail-content.ts';
import { addDays, getWeekday } from '#domain/shared/danish-day.ts';
import { listMailRounds } from '#storage/mail-occasions.ts';
import { addMail, listMailsOfKind } from '#storage/mails.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { describeDigest } from './describe-digest.ts';
import { readMailDesk, type MailDesk } from './read-occasion.ts';

/**
 * Queues the weekly mail about each round that collects answers to those who run it, on the municipality's weekday from its hour on,
 * and gives how many. Run again in the same week it adds nothing.
 */
export async function writeDigests(
	context: Context,
	{ municipality, write }: { readonly municipality: string; readonly write: WriteMail },
): Promise<number> {
	const { code } = await requireMay(context, 'round.run', municipality);
	const now = context.now();
	const isDay = await context.database.read(
		code,
		async (tx) => (await listMailRounds(tx)).length > 0 && isDigestTime(await readMailDesk(tx, now)),
	);
	if (!isDay) return 0;
	return context.database.write(code, async (tx) => {
		const desk = await readMailDesk(tx, now);
		const week = await listMailsOfKind(tx, 'digest', addDays(desk.today, -6));
		// One that was not sent after all, because its reader had got another address, is none.
		const had = new Set(week.flatMap(({ personId, year, state }) => (state === 'cancelled' ? [] : [`${personId} ${year}`])));
		let queued = 0;
		for (const round of desk.occasion.rounds) {
			const { planId, year } = round;
			const readers = listReaders(desk).filter(({ id }) => !had.has(`${id} ${year}`));
			if (readers.length === 0) continue;
			const content = await describeDigest(tx, context, desk, round);
			for (const { id, name, email } of readers) {
				const words = write({ ...content, reader: name }, desk.settings.locale);
				await addMail(
					tx,
					{ ...words, kind: 'digest', personId: id, planId, year, day: desk.today, isGathered: false, toAddress: email },
					now,
				);
				queued++;
			}
		}
		return queued;
	});
}

function isDigestTime({ settings, today, hour, occasion }: MailDesk): boolean {
	return occasion.rounds.length > 0 && settings.digestWeekday === getWeekday(today) && hour >= settings.hour;
}

/** Whom the weekly mails go to, by the addresses they have now. */
export function listReaders({ occasion }: MailDesk): { id: string; name: string; email: string }[] {
	return occasion.people.flatMap(({ id, name, email, role, leftAt, bounce }) =>
		digestRoles.includes(role) && email && !leftAt && !bounce ? [{ id, name, email }] : [],
	);
}
