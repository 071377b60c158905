import type { PlanEvent } from '#domain/followup/plan-event.ts';
import type { InitiativeRow } from '#storage/initiatives.ts';
import type { RoundPeople } from './round-people.ts';
import type { PlanEventView } from './views.ts';

/** What happened to lines of a plan, with the lines by number and title as they are now and the persons by name. */
export function nameEvents(events: readonly PlanEvent[], initiatives: readonly InitiativeRow[], people: RoundPeople): PlanEventView[] {
	const rows = new Map(initiatives.map((row) => [row.id, row]));
	const name = (id: string) => {
		const content = rows.get(id)?.content;
		return { number: content?.number ?? '', title: content?.title ?? '' };
	};
	return events.map(({ initiativeId, otherId, who, ...event }) => ({
		...event,
		initiative: name(initiativeId),
		other: otherId === null ? null : name(otherId),
		who: people.name(who),
	}));
}
