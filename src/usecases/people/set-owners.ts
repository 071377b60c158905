import { listUnitsBelow } from '#domain/access/unit-tree.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getAnsweringPerson } from './check-person.ts';
import { readDirectory, type Directory, type DirectoryLine } from './directory.ts';
import { saveOwners } from './owned-numbers.ts';

export type SetOwnersInput = {
	readonly municipality: string;
	/** Ids of initiatives, or the id of a unit for all that belong to it and to units below it. */
	readonly of: { readonly initiativeIds: readonly string[] } | { readonly unitId: string };
	readonly personIds: readonly string[];
	/** `replace`: these and nobody else. `add`: beside those there are. `remove`: nobody; `personIds` is then not looked at. */
	readonly how: 'replace' | 'add' | 'remove';
};

/**
 * Lets persons answer for initiatives, many at once. Rounds that are under way keep whom they ask. Gives how many initiatives changed.
 * @throws DomainError invalid `owner.nothing-chosen`, `owner.nobody-chosen`; not-found `person.unknown`, `unit.unknown`,
 *   `initiative.unknown`; conflict `person.has-left`, `person.may-not-answer`
 */
export async function setOwners(context: Context, input: SetOwnersInput): Promise<number> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const [who, at] = [context.actor.id, context.now()];
	if (input.how !== 'remove' && input.personIds.length === 0) throw new DomainError('invalid', 'owner.nobody-chosen');
	return context.database.write(code, async (tx) => {
		const directory = await readDirectory(tx);
		const lines = chooseLines(directory, input.of);
		if (lines.length === 0) throw new DomainError('invalid', 'owner.nothing-chosen');
		const personIds = input.how === 'remove' ? [] : [...new Set(input.personIds)];
		for (const id of personIds) await getAnsweringPerson(tx, id);
		const owners = new Map(
			lines
				.map((line) => [line, input.how === 'add' ? [...new Set([...line.ownerIds, ...personIds])] : personIds] as const)
				.filter(([line, after]) => [...line.ownerIds].sort().join() !== [...after].sort().join())
				.map(([line, after]) => [line.id, after]),
		);
		await saveOwners(tx, directory, owners, { who, at, reason: 'edit' });
		return owners.size;
	});
}

function chooseLines({ units, lines, municipality }: Directory, of: SetOwnersInput['of']): DirectoryLine[] {
	if ('unitId' in of) {
		if (!units.some(({ id }) => id === of.unitId)) throw new DomainError('not-found', 'unit.unknown');
		const within = new Set(listUnitsBelow(units, of.unitId));
		return lines.filter(({ unitId }) => unitId !== null && within.has(unitId));
	}
	const chosen = new Set(of.initiativeIds);
	const found = lines.filter(({ id }) => chosen.has(id));
	if (found.length < chosen.size) {
		throw new DomainError('not-found', 'initiative.unknown', { municipality: municipality.name, number: '' });
	}
	return found;
}
