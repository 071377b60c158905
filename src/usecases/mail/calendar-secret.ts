import { createHash, randomBytes } from 'node:crypto';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findPerson, hasCalendar, saveCalendarHash } from '#storage/people.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/** What is stored of the secret in a calendar's address, and nothing else. */
export function hashCalendarSecret(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/**
 * Gives the acting person another secret address for the own calendar, and with `remove` none. The address is told once; the one
 * before works no more.
 * @throws DomainError forbidden `access.denied` for who is no person here
 */
export async function renewCalendar(
	context: Context,
	{ municipality, remove = false }: { readonly municipality: string; readonly remove?: boolean },
): Promise<string | null> {
	const { code } = await requireMay(context, 'plan.read', municipality);
	const { id, municipalityCode, onlyAnswers } = context.actor;
	const secret = randomBytes(24).toString('base64url');
	return context.database.write(code, async (tx) => {
		const person = municipalityCode === code && !onlyAnswers ? await findPerson(tx, id) : undefined;
		if (!person || person.leftAt) throw new DomainError('forbidden', 'access.denied', { action: 'calendar', municipality: code });
		await saveCalendarHash(tx, id, remove ? null : hashCalendarSecret(secret));
		const found = await findMunicipality(tx);
		return remove ? null : `${context.address}/${found?.profile.slug ?? code}/kalender/${secret}.ics`;
	});
}

/** Whether the acting person has a calendar address; null for who is no person here, or came by an answer link. */
export async function viewCalendar(
	context: Context,
	{ municipality }: { readonly municipality: string },
): Promise<{ readonly municipality: MunicipalityProfile; readonly hasAddress: boolean | null }> {
	const { code } = await requireMay(context, 'plan.read', municipality);
	return context.database.read(code, async (tx) => {
		const found = await findMunicipality(tx);
		if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		const isPerson = context.actor.municipalityCode === code && !context.actor.onlyAnswers;
		return { municipality: found.profile, hasAddress: isPerson ? await hasCalendar(tx, context.actor.id) : null };
	});
}
