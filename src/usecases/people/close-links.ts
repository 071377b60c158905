import { revokeAnswerLinks } from '#storage/answer-links.ts';
import { removeQueuedMails } from '#storage/person-work.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { getAnswersAddress } from '../access/session.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getActivePerson, requireMayManage } from './check-person.ts';
import { forgetSignIn } from './forget-sign-in.ts';

/**
 * Makes every link that a person was sent to answer by useless, and ends the sessions opened by one: it went to the wrong place, or
 * was passed on. The next mail has a new one.
 * @throws DomainError not-found `person.unknown`; conflict `person.has-left`, `person.erased`; forbidden `person.administrator-only`
 */
export async function closeLinks(context: Context, input: { readonly municipality: string; readonly personId: string }): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const [who, at] = [context.actor.id, context.now()];
	const personId = await context.database.write(code, async (tx) => {
		const { id, email, role } = await getActivePerson(tx, input.personId);
		requireMayManage(context.actor, role);
		await closeLinksInTransaction(tx, { id, email: email ?? '' }, { who, at });
		return id;
	});
	await forgetSignIn(context, getAnswersAddress({ municipalityCode: code, personId }));
}

/** The same in a transaction that is already open, without throwing the sessions away, which are worth nothing any more. */
export async function closeLinksInTransaction(
	tx: WriteTx,
	person: { readonly id: string; readonly email: string },
	{ who, at }: { readonly who: string; readonly at: Date },
): Promise<void> {
	await removeQueuedMails(tx, person.id, person.email);
	const links = await revokeAnswerLinks(tx, person.id, who, at);
	if (links > 0) await appendAudit(tx, { event: 'answer link revoked', who, subject: person.id, details: { links }, at });
}
