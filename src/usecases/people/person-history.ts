import type { PersonRole } from '#domain/access/person.ts';
import { appendChanges, type AnyChange } from '#storage/changes.ts';
import type { ChangeReason } from '#storage/schema/history.ts';
import type { WriteTx } from '#storage/transactions.ts';

/** What the history keeps of a person. Never a name or an address: the history outlives their erasing; it says that they changed. */
export type PersonContent = { readonly role: PersonRole; readonly unitId: string | null };

export type Occasion = {
	readonly who: string;
	readonly at: Date;
	readonly reason: ChangeReason;
	readonly note?: string | null;
	readonly importId?: string | null;
};

/** Adds changes of persons, units and settings to the history, in the transaction that makes them. */
export async function appendPeopleChanges(
	tx: WriteTx,
	{ note = null, importId = null, ...occasion }: Occasion,
	changes: readonly Omit<AnyChange, 'planId' | 'year'>[],
): Promise<void> {
	await appendChanges(
		tx,
		{ ...occasion, note, importId },
		changes.map((change) => ({ ...change, planId: null, year: null })),
	);
}
