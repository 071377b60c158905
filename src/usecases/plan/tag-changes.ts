import { isDeepStrictEqual } from 'node:util';
import { listTagValues, tagKinds, type InitiativeTag } from '#domain/plan/initiative.ts';
import { compareWords } from '#domain/shared/natural-order.ts';
import type { Change } from '#storage/changes.ts';
import { tagContentSchema } from '#storage/content-schemas.ts';

/** Two sets of tags as the history keeps them: the kinds that differ, each with all its values. */
export function listTagChanges(before: readonly InitiativeTag[], after: readonly InitiativeTag[]): Pick<Change, 'before' | 'after'> {
	const sort = (tags: readonly InitiativeTag[]) => tagKinds.map((kind) => [kind, listTagValues(tags, kind).sort(compareWords)] as const);
	const [was, is] = [sort(before), sort(after)];
	const differing = tagKinds.filter((_, place) => !isDeepStrictEqual(was[place], is[place]));
	const pick = (all: typeof was) => Object.fromEntries(all.filter(([kind]) => differing.includes(kind)));
	return { before: pick(was), after: pick(is) };
}

/** The values by kind that an initiative had before a change to its tags; undefined for a change to anything else of it. */
export function readTagsBefore({ entity, action, before }: Change) {
	return entity === 'initiative' && action === 'changed' ? tagContentSchema.safeParse(before).data : undefined;
}
