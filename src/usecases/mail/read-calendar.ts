import type { Person } from '#domain/access/person.ts';
import type { CalendarEntry } from '#domain/followup/calendar-entry.ts';
import { countWaiting } from '#domain/followup/gather-mails.ts';
import { digestRoles } from '#domain/followup/mail-content.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { renderCalendar } from '#reports/render-calendar.ts';
import { countRoundAnswers, isAskedInRound } from '#storage/mail-occasions.ts';
import { findPersonByCalendar } from '#storage/people.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { hashCalendarSecret } from './calendar-secret.ts';
import { readMailDesk, type MailDesk } from './read-occasion.ts';

/**
 * The deadlines of whoever has this secret address, as an iCalendar feed. Whoever knows the address is taken to be the person, and
 * learns nothing but when and how much to answer.
 * @throws DomainError not-found `calendar.unknown`
 */
export async function readCalendar(
	context: Context,
	{ municipality, secret }: { readonly municipality: string; readonly secret: string },
): Promise<string> {
	const { code } = await requireMay(context, 'plan.read', municipality);
	return context.database.read(code, async (tx) => {
		const person = await findPersonByCalendar(tx, hashCalendarSecret(secret));
		if (!person) throw new DomainError('not-found', 'calendar.unknown');
		const desk = await readMailDesk(tx, context.now());
		const entries = await listEntries(tx, context.address, desk, person);
		return renderCalendar(entries, { municipality: desk.municipality.name, locale: desk.settings.locale });
	});
}

async function listEntries(tx: ReadTx, address: string, desk: MailDesk, { id, role }: Person): Promise<CalendarEntry[]> {
	const entries: CalendarEntry[] = [];
	const site = `${address}/${desk.municipality.slug}`;
	for (const round of desk.occasion.rounds) {
		const { planId, year, deadline } = round;
		const waiting = countWaiting(desk.occasion, id, round, desk.today);
		const isRun = digestRoles.includes(role);
		if (waiting === 0 && !isRun && !(await isAskedInRound(tx, round, id))) continue;
		const progress = isRun ? await countRoundAnswers(tx, planId, year) : null;
		const link = isRun && waiting === 0 ? `${site}/runde/${year}` : `${site}/svar/${year}`;
		entries.push({ planId, year, deadline, waiting, progress, link });
	}
	return entries;
}
