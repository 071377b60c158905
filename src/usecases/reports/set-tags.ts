import { getNumberKey } from '#domain/plan/number-key.ts';
import type { InitiativeTag, TagKind } from '#domain/plan/initiative.ts';
import { longestTag } from '#domain/plan/tag-texts.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { saveInitiativeTags } from '#storage/initiative-tags.ts';
import type { Context } from '../context.ts';
import { readPlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { listTagChanges } from '../plan/tag-changes.ts';
import { requireMay } from '../require-may.ts';

export type SetTagsInput = {
	readonly municipality: string;
	/** Initiatives as numbered in the plan; case does not matter. */
	readonly numbers: readonly string[];
	readonly kind: TagKind;
	/** All of this kind that they are to have; none takes them away. */
	readonly values: readonly string[];
	/** `replace`: exactly these values. `add`: these beside those they have. */
	readonly how: 'replace' | 'add';
};

/**
 * Says for many initiatives at once which committee, theme or UN goals they belong to. A report already published keeps its own.
 * Gives how many changed.
 * @throws DomainError invalid `tag.nothing-chosen`, `tag.sdg-form`, `tag.too-long`; not-found `plan.unknown`, `initiative.unknown`
 */
export async function setTags(context: Context, input: SetTagsInput): Promise<{ readonly changed: number }> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	const values = readValues(input);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const { stored, municipality } = await readPlanRecord(tx, { publicOnly: false });
		if (!stored) throw new DomainError('not-found', 'plan.unknown', { municipality: municipality.name });
		const planId = stored.row.id;
		const touched = findInitiatives(stored, input.numbers, municipality.name).map((id) => ({ id, was: stored.tags.get(id) ?? [] }));
		const changes = touched
			.map(({ id, was }) => ({ id, is: merge(was, input, values), was }))
			.map((change) => ({ ...change, differing: listTagChanges(change.was, change.is) }))
			.filter(({ differing }) => input.kind in (differing.after ?? {}));
		await saveInitiativeTags(tx, planId, new Map(changes.map(({ id, is }) => [id, is])));
		await appendChanges(
			tx,
			{ who, at, reason: 'plan change', note: null, importId: null },
			changes.map(({ id, differing }) => ({
				...{ entity: 'initiative', action: 'changed', planId, entityId: id, year: null },
				...differing,
			})),
		);
		return { changed: changes.length };
	});
}

function readValues({ kind, values, numbers }: SetTagsInput): string[] {
	if (numbers.length === 0) throw new DomainError('invalid', 'tag.nothing-chosen');
	const read = [...new Set(values.map((value) => value.normalize('NFC').replaceAll('\u0000', '').replace(/\s+/g, ' ').trim()))].filter(
		(value) => value !== '',
	);
	for (const value of read) {
		const shown = value.slice(0, 40);
		if (value.length > longestTag) throw new DomainError('invalid', 'tag.too-long', { value: shown, limit: longestTag });
		if (kind === 'sdg' && !/^([1-9]|1[0-7])$/.test(value)) throw new DomainError('invalid', 'tag.sdg-form', { value });
	}
	return read;
}

function findInitiatives({ initiatives }: StoredPlan, numbers: readonly string[], municipality: string): string[] {
	const ids = new Map(
		initiatives.filter(({ content }) => content.withdrawnIn === null).map(({ id, content }) => [getNumberKey(content.number), id]),
	);
	return [...new Set(numbers)].map((number) => {
		const id = ids.get(getNumberKey(number));
		if (id === undefined) throw new DomainError('not-found', 'initiative.unknown', { municipality, number: number.slice(0, 40) });
		return id;
	});
}

function merge(was: readonly InitiativeTag[], { kind, how }: SetTagsInput, values: readonly string[]): InitiativeTag[] {
	const kept = was.filter((tag) => tag.kind !== kind || how === 'add');
	const known = new Set(kept.filter((tag) => tag.kind === kind).map(({ value }) => value));
	return [...kept, ...values.filter((value) => !known.has(value)).map((value) => ({ kind, value }))];
}
