import { listUnreachable, type MailRound, type WaitingAnswer } from '#domain/followup/gather-mails.ts';
import { isAnswered } from '#domain/followup/round-numbers.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import type { StandIn } from '#domain/access/person.ts';
import type { RoundPeople } from './round-people.ts';
import type { BoardRow, UnreachablePerson } from './views.ts';

type Material = {
	readonly run: RoundRun;
	readonly rows: readonly BoardRow[];
	readonly people: RoundPeople;
	readonly standIns: readonly StandIn[];
	readonly now: Date;
	readonly today: CalendarDate;
};

/** Who has yet to answer in a round and whom no mail about it reaches, as those who send the mails find it; nobody once it is approved. */
export function listUnreachablePersons({ run, rows, people, standIns, now, today }: Material): UnreachablePerson[] {
	if (run.stage !== 'open' && run.stage !== 'collecting' && run.stage !== 'review') return [];
	const { planId, year, deadline, contact } = run;
	const round: MailRound = {
		...{ planId, year, deadline, contact },
		...{ isInReview: run.stage === 'review', collectingSince: today, collectingFrom: now },
	};
	const waiting = rows
		.filter(({ answer }) => !isAnswered(answer.status))
		.flatMap(({ initiative, answer, persons }) =>
			persons.map(({ id: personId }): WaitingAnswer => {
				const sentBackAt = answer.status === 'sent back' ? now : null;
				return { planId, year, initiativeId: initiative.id, number: initiative.number, title: initiative.title, personId, sentBackAt };
			}),
		);
	const unreachable = listUnreachable({ rounds: [round], waiting, people: people.all, standIns, mailed: [] }, today);
	return unreachable.map(({ person, why, waiting: count }) => ({ id: person.id, name: person.name, why, waiting: count }));
}
