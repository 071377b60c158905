import type { PlanEvent } from '#domain/followup/plan-event.ts';
import { tellEvents } from '#domain/followup/tell-events.ts';
import { listChangesOfInitiative, type ChangeContent } from '#storage/changes.ts';
import type { InitiativeRow } from '#storage/initiatives.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { RoundPeople } from './round-people.ts';
import type { PlanEventView } from './views.ts';

type Shown = {
	readonly initiatives: readonly InitiativeRow[];
	readonly people: RoundPeople;
	/** Whether whoever looks finds a line's page under what it is called now. */
	readonly hasPage: (row: InitiativeRow) => boolean;
};

/** What happened to lines of a plan in a round, with the lines by number and title as they are now and the persons by name. */
export function nameEvents(events: readonly PlanEvent[], { initiatives, people, hasPage }: Shown): PlanEventView[] {
	const rows = new Map(initiatives.map((row) => [row.id, row]));
	const describe = (id: string) => {
		const content = rows.get(id)?.content;
		return { number: content?.number ?? '', title: content?.title ?? '' };
	};
	const name = (id: string) => {
		const row = rows.get(id);
		return { id, ...describe(id), hasPage: row !== undefined && hasPage(row) };
	};
	const lines = initiatives.map(({ id, content: { number, withdrawnIn } }) => ({ id, number, withdrawnIn }));
	return tellEvents(events, lines).map(({ initiativeId, otherId, who, left, returned, ...event }) => ({
		...event,
		initiative: name(initiativeId),
		other: otherId === null ? null : name(otherId),
		left: left && { number: left.number, takenBy: left.takenBy === null ? null : describe(left.takenBy) },
		returned: returned && { kind: returned.kind, beside: returned.beside.map(name) },
		who: people.name(who),
	}));
}

/**
 * The events with who was asked before and who is asked since, where an initiative was given to others without new words in the plan:
 * names are kept nowhere in the history, which has the ids.
 */
export async function nameOwners(tx: ReadTx, planId: string, events: readonly PlanEvent[], people: RoundPeople): Promise<PlanEvent[]> {
	const named: PlanEvent[] = [];
	for (const event of events) {
		const isWordless = event.kind === 'new owner' && event.before === null && event.after === null;
		const changes = isWordless ? await listChangesOfInitiative(tx, planId, event.initiativeId) : [];
		const given = changes.find(({ entity, at, after }) => entity === 'answer' && at.getTime() === event.at.getTime() && after?.personIds);
		named.push(given ? { ...event, before: writeNames(given.before, people), after: writeNames(given.after, people) } : event);
	}
	return named;
}

function writeNames(content: ChangeContent | null, people: RoundPeople): string | null {
	const ids = Array.isArray(content?.personIds) ? content.personIds.map(String) : [];
	const names = ids.flatMap((id) => people.name(id).name ?? []);
	return names.length > 0 ? names.join(', ') : null;
}
