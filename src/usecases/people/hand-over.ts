import type { Person } from '#domain/access/person.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { revokeAnswerLinks } from '#storage/answer-links.ts';
import { savePersonLeft } from '#storage/people.ts';
import { cancelQueuedMails, listWork, moveWork, removeStandInsOf } from '#storage/person-work.ts';
import { listStandIns, saveStandIn } from '#storage/stand-ins.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { getAnswersAddress } from '../access/session.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getActivePerson, getAnsweringPerson, requireMayManage } from './check-person.ts';
import { forgetSignIn } from './forget-sign-in.ts';
import { appendPeopleChanges, type Occasion } from './person-history.ts';

export type HandOverInput = {
	readonly municipality: string;
	/** Who leaves. */
	readonly personId: string;
	/** As it was shown. */
	readonly version: number;
	/** Who takes over; may be left out where there is nothing to take over. */
	readonly successorId: string | null;
};

/**
 * Somebody leaves: everything the person has to do goes to another in one transaction. The initiatives, what the person is asked
 * about in rounds that are not published, and standing in for others. Who stood in for the person does so no more. Answer links are
 * revoked, mails that wait are called off, and all sessions end. What the person has answered stays the person's.
 * @throws DomainError invalid `person.successor-missing`, `person.successor-same`; conflict `person.has-left`, `person.may-not-answer`,
 *   `person.changed-meanwhile`; not-found `person.unknown`; forbidden `person.administrator-only`
 */
export async function handOver(context: Context, input: HandOverInput): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const occasion: Occasion = { who: context.actor.id, at: context.now(), reason: 'handover' };
	if (input.successorId === input.personId) throw new DomainError('invalid', 'person.successor-same');
	const email = await context.database.write(code, async (tx) => {
		const person = await getActivePerson(tx, input.personId);
		requireMayManage(context.actor, person.role);
		const successor = input.successorId === null ? null : await getAnsweringPerson(tx, input.successorId);
		await moveEverything(tx, person, successor, occasion);
		await savePersonLeft(tx, { id: person.id, version: input.version }, occasion.at, occasion.at);
		return person.email;
	});
	await forgetSignIn(context, email);
	await forgetSignIn(context, getAnswersAddress({ municipalityCode: code, personId: input.personId }));
}

async function moveEverything(tx: WriteTx, person: Person, successor: Person | null, occasion: Occasion): Promise<void> {
	const work = await listWork(tx, person.id);
	const standsInFor = (await listStandIns(tx)).filter(({ standInId }) => standInId === person.id);
	const taken = work.owned.map(({ initiativeId }) => initiativeId);
	if (!successor && work.owned.length + work.asked.length > 0) throw new DomainError('invalid', 'person.successor-missing');
	const before = successor ? (await listWork(tx, successor.id)).owned.map(({ initiativeId }) => initiativeId) : [];
	if (successor) await moveWork(tx, work, person.id, successor.id);
	await removeStandInsOf(tx, person.id);
	for (const { personId, from, until } of standsInFor) {
		if (successor && personId !== successor.id) await saveStandIn(tx, { personId, standInId: successor.id, from, until });
	}
	await cancelQueuedMails(tx, person.id);
	const links = await revokeAnswerLinks(tx, person.id, occasion.who, occasion.at);
	if (links > 0) {
		await appendAudit(tx, { event: 'answer link revoked', who: occasion.who, subject: person.id, details: { links }, at: occasion.at });
	}
	await appendPeopleChanges(tx, occasion, [
		{
			entity: 'person',
			action: 'changed',
			entityId: person.id,
			before: { initiatives: taken },
			after: { initiatives: [], left: true, successorId: successor?.id ?? null },
		},
		...(successor
			? [
					{
						entity: 'person' as const,
						action: 'changed' as const,
						entityId: successor.id,
						before: { initiatives: before },
						after: { initiatives: [...new Set([...before, ...taken])], predecessorId: person.id },
					},
				]
			: []),
	]);
}
