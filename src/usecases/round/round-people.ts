import type { Person } from '#domain/access/person.ts';
import { listPeople, listPeopleOf } from '#storage/people.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { RoundPerson } from './views.ts';

/** Names those who take part in a round by their ids. */
export type RoundPeople = {
	readonly all: readonly Person[];
	readonly name: (id: string) => RoundPerson;
};

/** Everybody of the municipality, or those of these ids, to name those who are asked, answer and comment. */
export async function listRoundPeople(tx: ReadTx, ids?: readonly string[]): Promise<RoundPeople> {
	const all = ids ? await listPeopleOf(tx, ids) : await listPeople(tx);
	const byId = new Map(all.map((person) => [person.id, person]));
	return { all, name: (id) => nameOne(id, byId.get(id)) };
}

function nameOne(id: string, person: Person | undefined): RoundPerson {
	if (!person) return { id, name: null, role: null, hasLeft: false };
	return { id, name: person.erasedAt ? null : person.name, role: person.role, hasLeft: person.leftAt !== null };
}
