import { canBeAsked } from '#domain/access/policy.ts';
import type { OrganisationUnit, Person, StandIn } from '#domain/access/person.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { countLiveAnswerLinks } from '#storage/answer-links.ts';
import { listChangesOfEntity } from '#storage/changes.ts';
import { listWork } from '#storage/person-work.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory, type Directory, type DirectoryLine } from './directory.ts';

/** Who stands in, or for whom, with the other's name. */
export type NamedStandIn = StandIn & { readonly name: string };

/** One change of the person, as a page tells it. */
export type PersonChange = {
	readonly at: Date;
	readonly who: string;
	/** Name of who did it, where it is a person who is still known. */
	readonly whoName: string | null;
	readonly kind: 'added' | 'changed' | 'owners' | 'handover' | 'erasure';
	/** Initiatives more and fewer, for `owners` and `handover`. */
	readonly more: number;
	readonly fewer: number;
};

export type PersonView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly person: Person;
	readonly units: readonly OrganisationUnit[];
	readonly owned: readonly DirectoryLine[];
	/** How many initiatives the person is asked about in rounds that are not published. */
	readonly asked: number;
	/** Links sent to the person that can be answered by now. */
	readonly liveLinks: number;
	/** Who stands in for the person. */
	readonly standIns: readonly NamedStandIn[];
	/** For whom the person stands in. */
	readonly standsInFor: readonly NamedStandIn[];
	/** Others who work here and can be asked: to stand in or to take over. */
	readonly others: readonly Person[];
	/** Newest first. */
	readonly changes: readonly PersonChange[];
};

/** One person with all that hangs on it. Reading it is noted in the audit log. Throws not-found `person.unknown`. */
export async function viewPerson(
	context: Context,
	input: { readonly municipality: string; readonly personId: string },
): Promise<PersonView> {
	const { code } = await requireMay(context, 'person.read', input.municipality);
	const at = context.now();
	return context.database.write(code, async (tx) => {
		const directory = await readDirectory(tx);
		const person = directory.people.find(({ id }) => id === input.personId);
		if (!person) throw new DomainError('not-found', 'person.unknown');
		await appendAudit(tx, { event: 'person read', who: context.actor.id, subject: person.id, at });
		const { people, standIns, lines, units, municipality, planId } = directory;
		const changes = await listChangesOfEntity(tx, 'person', person.id);
		return {
			municipality,
			hasPlan: planId !== null,
			person,
			units,
			owned: lines.filter(({ ownerIds }) => ownerIds.includes(person.id)),
			asked: (await listWork(tx, person.id)).asked.length,
			liveLinks: await countLiveAnswerLinks(tx, person.id, at),
			standIns: standIns.filter(({ personId }) => personId === person.id).map((one) => addName(directory, one, one.standInId)),
			standsInFor: standIns.filter(({ standInId }) => standInId === person.id).map((one) => addName(directory, one, one.personId)),
			others: people.filter(({ id, leftAt, role }) => id !== person.id && leftAt === null && canBeAsked(role)),
			changes: changes.map((change) => describe(change, people)),
		};
	});
}

function addName({ people }: Directory, standIn: StandIn, otherId: string): NamedStandIn {
	return { ...standIn, name: people.find(({ id }) => id === otherId)?.name ?? '-' };
}

function describe(change: Awaited<ReturnType<typeof listChangesOfEntity>>[number], people: readonly Person[]): PersonChange {
	const [before, after] = [listInitiatives(change.before), listInitiatives(change.after)];
	const { at, who, reason, action } = change;
	const kind =
		reason === 'handover' || reason === 'erasure'
			? reason
			: action === 'added'
				? 'added'
				: change.after && 'initiatives' in change.after
					? 'owners'
					: 'changed';
	return {
		at,
		who,
		whoName: people.find(({ id }) => id === who)?.name ?? null,
		kind,
		more: after.filter((id) => !before.includes(id)).length,
		fewer: before.filter((id) => !after.includes(id)).length,
	};
}

function listInitiatives(content: Readonly<Record<string, unknown>> | null): unknown[] {
	return Array.isArray(content?.initiatives) ? content.initiatives : [];
}
