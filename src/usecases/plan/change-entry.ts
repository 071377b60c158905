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
