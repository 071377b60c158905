import { findAnswerLink, saveAnswerLinkUse } from '#storage/answer-links.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { Session } from './session.ts';
import { findGoodAnswerLink } from './view-answer-link.ts';

/** For whom a link opens a session, and the round it was made for. */
export type UsedAnswerLink = { readonly answersFor: NonNullable<Session['answersFor']>; readonly year: number };

/** Takes an answer link as proof of who somebody is, and notes that it was used; null where it is no good. It can be used again. */
export async function useAnswerLink(
	context: Context,
	{ municipality, token }: { readonly municipality: string; readonly token: string },
): Promise<UsedAnswerLink | null> {
	const { code } = await requireMay(context, 'plan.read', municipality);
	const at = context.now();
	return context.database.writeBesideDrafts(code, async (tx) => {
		const link = await findGoodAnswerLink(tx, token, at);
		if (!link) {
			await noteDeadLink(tx, token, at);
			return null;
		}
		const { id, personId, year } = link;
		await saveAnswerLinkUse(tx, id, at);
		await appendAudit(tx, { event: 'answer link used', who: personId, subject: id, details: { year }, at });
		return { answersFor: { municipalityCode: code, personId }, year };
	});
}

/** A link that has expired or was revoked says who was tried to be; one that never was says nothing. */
async function noteDeadLink(tx: WriteTx, token: string, at: Date): Promise<void> {
	const dead = await findAnswerLink(tx, token);
	if (!dead) return;
	const { id, personId, year } = dead;
	await appendAudit(tx, { event: 'sign-in refused', who: personId, subject: id, details: { method: 'answer link', year }, at });
}
