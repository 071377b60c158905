import { isDeepStrictEqual } from 'node:util';
import type { Section } from '#domain/plan/plan.ts';
import type { Change, ChangeOccasion } from '#storage/changes.ts';
import type { ChangeAction, ChangeEntity, ChangeReason } from '#storage/schema/history.ts';

/** One change of the history. `fields` holds what differed, as stored; null on one side when the row came or went. */
export type ChangeEntry = {
	readonly at: Date;
	readonly who: string;
	readonly reason: ChangeReason;
	/** A person's own words about why, when there are any. */
	readonly note: string | null;
	readonly action: ChangeAction;
	readonly entity: ChangeEntity;
	/** Year of the round, when the change is about an assessment. */
	readonly year: number | null;
	readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
	/** The import that made the change, when one did. */
	readonly importId: string | null;
};

// How a thing is kept, not what it says.
const inner = new Set(['rank', 'source', 'introducedIn', 'legend', 'isPublic']);

/** A change of the history as a person reads it: the fields that differ, sections by their titles. */
export function toChangeEntry(change: Change & ChangeOccasion, sections: readonly Section[]): ChangeEntry {
	const { at, who, reason, note, action, entity, year, before, after, importId } = change;
	const names = action === 'changed' ? Object.keys({ ...before, ...after }) : [];
	const fields = names
		.filter((name) => !inner.has(name) && !isDeepStrictEqual(before?.[name], after?.[name]))
		.map((name) => {
			const show = (value: unknown) => (name === 'sectionId' ? (sections.find((section) => section.id === value)?.title ?? value) : value);
			return { field: name === 'sectionId' ? 'section' : name, before: show(before?.[name] ?? null), after: show(after?.[name] ?? null) };
		});
	return { at, who, reason, note, action, entity, year, fields, importId };
}
