import { DomainError } from '#domain/shared/domain-error.ts';
import { revokeAnswerLinks } from '#storage/answer-links.ts';
import { erasePersonFields } from '#storage/people.ts';
import { listWork, removeStandInsOf, removeWork } from '#storage/person-work.ts';
import { clearMails, removeDraftsOf, removeUploadsOf, type Forgotten } from '#storage/personal-data.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import type { Outbox } from '../mail/outbox.ts';
import { tidyOutboxOf } from '../mail/tidy-outbox.ts';
import { requireMay } from '../require-may.ts';
import { getPerson } from './check-person.ts';
import { forgetSignIn } from './forget-sign-in.ts';
import { appendPeopleChanges } from './person-history.ts';

export type ErasePersonInput = {
	readonly municipality: string;
	readonly personId: string;
	/** Where mails lie that no mail server was given; null or left out where there is none. */
	readonly outbox?: Outbox | null;
};

/**
 * Takes name, address and mails of a person who has left away for good, and the name out of mails to others. The history goes on naming
 * the id, which leads to nobody.
 * @throws DomainError conflict `person.has-not-left`, `person.erased`; not-found `person.unknown`
 */
export async function erasePerson(context: Context, input: ErasePersonInput): Promise<void> {
	const { code } = await requireMay(context, 'person.erase', input.municipality);
	const [who, at] = [context.actor.id, context.now()];
	const email = await context.database.write(code, async (tx) => {
		const person = await getPerson(tx, input.personId);
		if (!person.leftAt) throw new DomainError('conflict', 'person.has-not-left');
		await eraseInTransaction(tx, person, { who, at });
		return person.email;
	});
	await forgetSignIn(context, email);
	if (input.outbox) await tidyOutboxOf(context, code, input.outbox);
}

/** The same in a transaction that is already open, without what the person signs in with. */
export async function eraseInTransaction(
	tx: WriteTx,
	person: Forgotten,
	{ who, at }: { readonly who: string; readonly at: Date },
): Promise<void> {
	await clearMails(tx, person);
	await removeUploadsOf(tx, person.id);
	await removeDraftsOf(tx, person.id, at);
	await removeStandInsOf(tx, person.id);
	await removeWork(tx, await listWork(tx, person.id), person.id);
	await revokeAnswerLinks(tx, person.id, who, at);
	await erasePersonFields(tx, person.id, at);
	await appendAudit(tx, { event: 'person erased', who, subject: person.id, at });
	await appendPeopleChanges(tx, { who, at, reason: 'erasure' }, [
		{ entity: 'person', action: 'changed', entityId: person.id, before: { erased: false }, after: { erased: true } },
	]);
}
