import type { CalendarDate } from '../shared/calendar-date.ts';
import { compareWords } from '../shared/natural-order.ts';

/** How the plan ranks an initiative in its planning period (Danish: prioriteret, planlagt prioriteret, ikke prioriteret). */
export const priorities = ['prioritised', 'planned prioritised', 'not prioritised'] as const;
export type Priority = (typeof priorities)[number];

/** How the initiative relates to the calculated reduction (Danish: beregnet, understøttende, ikke beregnet). */
export const co2Relations = ['calculated', 'supporting', 'not calculated'] as const;
export type Co2Relation = (typeof co2Relations)[number];

/** The municipality's role (Danish: det vi gør selv, som myndighed, som medejer, i fællesskab). */
export const spheres = ['operator', 'authority', 'owner', 'facilitator'] as const;
export type Sphere = (typeof spheres)[number];

/** A quantity a sub-goal promises, such as 125 charging points or 85 %. `basis` says against what ("2015"). */
export type Quantity = { readonly value: number; readonly unit: string; readonly basis: string | null };

/**
 * One numbered line of a plan. Every field that a document may leave empty is `null` when it did:
 * nothing is filled in by the program. Text next to a normalised value is the document's own.
 */
export type Initiative = {
	/** Stable within the plan; survives renumbering. */
	readonly id: string;
	/** As printed, such as `20a`. Unique within the plan, compared without case. */
	readonly number: string;
	/** Place in the plan's own order, from 0. */
	readonly position: number;
	/** Id of the heading it stands under. */
	readonly sectionId: string | null;
	readonly title: string;
	/** The plan's own word for sector or field; differs from the section. */
	readonly sector: string | null;
	readonly startDate: CalendarDate | null;
	readonly deadline: CalendarDate | null;
	readonly priority: Priority | null;
	readonly priorityText: string | null;
	/** Who answers for it, as the plan writes it ("Teknik, miljø og drift - Planafdeling"). */
	readonly responsible: string | null;
	readonly budget: string | null;
	readonly co2Relation: Co2Relation | null;
	readonly co2RelationText: string | null;
	readonly sphere: Sphere | null;
	readonly quantity: Quantity | null;
	readonly relations: readonly Relation[];
	/** Optimistic version: grows by one at each change. */
	readonly version: number;
};

/** What a text says about another initiative. `in the baseline` has no target: the measure is already counted in the projection. */
export const relationKinds = ['see', 'counted inside', 'in the baseline'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** `targetNumber` is as written ("20", "4"); whether it exists is for the plan check to say. */
export type Relation = { readonly kind: RelationKind; readonly targetNumber: string | null };

/** What an initiative is sorted by beside section and sector: the committee it belongs to, a theme, a UN goal (`1` to `17`). */
export const tagKinds = ['committee', 'theme', 'sdg'] as const;
export type TagKind = (typeof tagKinds)[number];
export type InitiativeTag = { readonly kind: TagKind; readonly value: string };

/** Tags in the one order they are kept and frozen in, wherever they come from: by kind, then as Danish readers order words. */
export function sortTags(tags: readonly InitiativeTag[]): InitiativeTag[] {
	// Names that differ in capital letters alone stand in a fixed order too.
	const compare = (one: string, other: string) => compareWords(one, other) || (one < other ? -1 : one > other ? 1 : 0);
	return tagKinds.flatMap((kind) =>
		listTagValues(tags, kind)
			.sort(compare)
			.map((value) => ({ kind, value })),
	);
}

/** The values of one kind among tags. */
export function listTagValues(tags: readonly InitiativeTag[], kind: TagKind): string[] {
	return tags.filter((tag) => tag.kind === kind).map(({ value }) => value);
}
