import type { HeldWork, ListedPerson } from '#domain/access/people-list.ts';
import { canBeAsked } from '#domain/access/policy.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { listInitiativeNumbers } from '#storage/audit.ts';
import { listWork } from '#storage/person-work.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Directory } from './directory.ts';
import { isStandingIn } from './check-person.ts';

/** What those have to answer whom a list gives a role that is never asked, by their ids. */
export async function readWorkOfList(
	tx: ReadTx,
	{ people, standIns }: Directory,
	listed: readonly ListedPerson[],
	today: CalendarDate,
): Promise<ReadonlyMap<string, HeldWork>> {
	const roles = new Map(listed.map(({ email, role }) => [email.toLowerCase(), role]));
	const readers = people.filter(({ email, role }) => {
		const key = email?.toLowerCase() ?? '';
		return roles.has(key) && !canBeAsked(roles.get(key) ?? role);
	});
	if (readers.length === 0) return new Map();
	const numbers = await listInitiativeNumbers(tx);
	const name = ({ initiativeId }: { readonly initiativeId: string }) => numbers.get(initiativeId) ?? initiativeId;
	const work = new Map<string, HeldWork>();
	for (const { id } of readers) {
		const { owned, asked } = await listWork(tx, id);
		work.set(id, {
			owned: owned.map((one) => ({ id: one.initiativeId, number: name(one) })),
			asked: asked.map(name),
			standsIn: isStandingIn(standIns, id, today),
		});
	}
	return work;
}
