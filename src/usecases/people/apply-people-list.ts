import type { ListedPerson } from '#domain/access/people-list.ts';
import type { Actor } from '#domain/access/policy.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { readPeopleList } from '#importers/read-people-list.ts';
import { addUnit } from '#storage/organisation-units.ts';
import { addPerson, savePerson } from '#storage/people.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory } from './directory.ts';
import { saveOwners } from './owned-numbers.ts';
import { listOwnersOfList, makePreview, type PeopleListPreview } from './people-list-preview.ts';
import { readWorkOfList } from './people-list-work.ts';
import { appendPeopleChanges, type Occasion } from './person-history.ts';

export type ApplyPeopleListInput = {
	readonly municipality: string;
	readonly fileName: string;
	/** The text of the preview. */
	readonly text: string;
	/** The basis of the preview that was confirmed. */
	readonly basis: string;
};

export type AppliedPeopleList = {
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly units: number;
	readonly owners: number;
};

/**
 * Stores a list of people in one transaction: all of it, or with one unusable row nothing. An initiative that the list names is
 * from now on answered for by exactly those whose rows name it; the others keep whom they have.
 * @throws DomainError conflict `people-import.changed-since-preview`; invalid `people-import.has-errors` and what `readPeopleList` throws
 */
export async function applyPeopleList(context: Context, input: ApplyPeopleListInput): Promise<AppliedPeopleList> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const list = await readPeopleList(input.fileName, new TextEncoder().encode(input.text));
	const occasion: Occasion = { who: context.actor.id, at: context.now(), reason: 'import', note: null };
	return context.database.write(code, (tx) => storePeopleList(tx, context.actor, { ...input, people: list.people }, occasion));
}

/** The same in a transaction that is already open; without `basis` it is not asked what the list was compared with. */
export async function storePeopleList(
	tx: WriteTx,
	actor: Actor,
	list: { readonly fileName: string; readonly people: readonly ListedPerson[]; readonly basis?: string },
	occasion: Occasion,
): Promise<AppliedPeopleList> {
	const today = getDanishDay(occasion.at).day;
	const directory = await readDirectory(tx);
	const work = await readWorkOfList(tx, directory, list.people, today);
	const preview = makePreview(directory, actor, { ...list, work, text: '' });
	if (preview.counts.unusable > 0) throw new DomainError('invalid', 'people-import.has-errors', { count: preview.counts.unusable });
	if (list.basis !== undefined && list.basis !== preview.basis) throw new DomainError('conflict', 'people-import.changed-since-preview');
	const ids = await storePeople(tx, preview, await storeUnits(tx, preview, occasion), occasion);
	const owners = new Map(
		[...listOwnersOfList(preview.rows)].map(([id, rows]) => [id, rows.flatMap(({ email }) => ids.get(email.toLowerCase()) ?? [])]),
	);
	await saveOwners(tx, await readDirectory(tx), owners, occasion);
	const { counts, newUnits, ownersChanged } = preview;
	return { added: counts.new, changed: counts.changed, unchanged: counts.unchanged, units: newUnits.length, owners: ownersChanged };
}

async function storeUnits(tx: WriteTx, { newUnits }: PeopleListPreview, occasion: Occasion): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const name of newUnits) {
		const id = await addUnit(tx, { name, parentId: null }, occasion.at);
		ids.set(name, id);
		const after = { name, parentId: null };
		await appendPeopleChanges(tx, occasion, [{ entity: 'unit', action: 'added', entityId: id, before: null, after }]);
	}
	return ids;
}

/** Gives the id of every person of the list by address, in small letters. */
async function storePeople(
	tx: WriteTx,
	{ rows }: PeopleListPreview,
	newUnits: ReadonlyMap<string, string>,
	occasion: Occasion,
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const { kind, person, name, email, role, unit } of rows) {
		const unitId = unit && (unit.id ?? newUnits.get(unit.name) ?? null);
		const fields = { name, email, role, unitId };
		if (person) ids.set(email.toLowerCase(), person.id);
		if (kind === 'changed' && person) {
			await savePerson(tx, person, fields, occasion.at);
			const before = { role: person.role, unitId: person.unitId };
			const after = { role, unitId, ...(person.name === name ? {} : { renewed: ['name'] }) };
			await appendPeopleChanges(tx, occasion, [{ entity: 'person', action: 'changed', entityId: person.id, before, after }]);
		}
		if (kind === 'new') {
			const id = await addPerson(tx, fields, occasion.at);
			ids.set(email.toLowerCase(), id);
			const after = { role, unitId };
			await appendPeopleChanges(tx, occasion, [{ entity: 'person', action: 'added', entityId: id, before: null, after }]);
		}
	}
	return ids;
}
