import { findAnswerLink, saveAnswerLinkUse } from '#storage/answer-links.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { Session } from './session.ts';
import { findGoodAnswerLink } from './view-answer-link.ts';

/** For whom a link opens a session, and the round it was made for. */
export type UsedAnswerLink = { readonly answersFor: NonNullable<Session['answersFor']>; readonly year: number };

/**
 * Takes an answer link as proof of who somebody is, and notes that it was used; null where it is no good. It can be used again. What is
 * no good is only looked up: anybody can send it, as often as they like, and nobody who answers waits for them.
 */
export async function useAnswerLink(
	context: Context,
	{ municipality, token }: { readonly municipality: string; readonly token: string },
): Promise<UsedAnswerLink | null> {
	const { code } = await requireMay(context, 'plan.read', municipality);
	const at = context.now();
	if (!(await context.database.read(code, (tx) => findGoodAnswerLink(tx, token, at)))) return null;
	return context.database.writeBesideDrafts(code, async (tx) => {
		const link = await findGoodAnswerLink(tx, token, at);
		if (!link) return null;
		const { id, personId, year } = link;
		await saveAnswerLinkUse(tx, id, at);
		await appendAudit(tx, { event: 'answer link used', who: personId, subject: id, details: { year }, at });
		return { answersFor: { municipalityCode: code, personId }, year };
	});
}

/**
 * Notes that a link was tried that is no good: one that has expired or was revoked says who was tried to be, one that never was says
 * nothing. For those whose tries are counted: the log is only ever added to.
 */
export async function noteDeadAnswerLink(
	context: Context,
	{ municipality, token }: { readonly municipality: string; readonly token: string },
): Promise<void> {
	const { code } = await requireMay(context, 'plan.read', municipality);
	const dead = await context.database.read(code, (tx) => findAnswerLink(tx, token));
	if (!dead) return;
	const { id, personId, year } = dead;
	const details = { method: 'answer link', year };
	const fact = { event: 'sign-in refused', who: personId, subject: id, details, at: context.now() } as const;
	await context.database.writeBesideDrafts(code, (tx) => appendAudit(tx, fact));
}
