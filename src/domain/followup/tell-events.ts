import { getNumberKey } from '../plan/number-key.ts';
import type { LineNow } from './find-successor.ts';
import { getLeavingId, listReturned, type Returned } from './list-returned.ts';
import { isPutBack, type PlanEvent, type PlanEventKind } from './plan-event.ts';

/** What a list of events says happened: a line that came back is no new one. */
export type ToldEventKind = PlanEventKind | 'put back';

export type ToldEvent = Omit<PlanEvent, 'kind'> & {
	readonly kind: ToldEventKind;
	/** The line that left the plan was put back later in the round. */
	readonly isTakenBack: boolean;
	/** The line that left the plan by it and is out of it still; null where none did, and where a later event lets it leave. */
	readonly left: LeftLine | null;
	/** What stands in the plan still beside the line that was put back by it; null where nothing does. */
	readonly returned: Pick<Returned, 'kind' | 'beside'> | null;
};

export type LeftLine = {
	readonly number: string;
	/** Id of the line that has its number now, so that it cannot come back under it; null while the number is free. */
	readonly takenBy: string | null;
};

/** One round's events, oldest first, each with what became of it. */
export function tellEvents(events: readonly PlanEvent[], lines: readonly LineNow[]): ToldEvent[] {
	const returned = listReturned(events, (id) => lines.some((line) => line.id === id && line.withdrawnIn === null));
	return events.map((event, index) => {
		const later = events.slice(index + 1);
		const { initiativeId } = event;
		return {
			...event,
			kind: isPutBack(event) ? 'put back' : event.kind,
			isTakenBack: isLeaving(event) && later.some((one) => isPutBack(one) && one.initiativeId === initiativeId),
			left: findLeft(event, later, lines),
			returned: returned.find(({ by }) => by === event) ?? null,
		};
	});
}

const isLeaving = ({ kind }: PlanEvent) => kind === 'taken out' || kind === 'merged';

function findLeft(event: PlanEvent, later: readonly PlanEvent[], lines: readonly LineNow[]): LeftLine | null {
	const id = getLeavingId(event);
	const line = lines.find((each) => each.id === id && each.withdrawnIn === event.year);
	if (!line || later.some((one) => getLeavingId(one) === id)) return null;
	const key = getNumberKey(line.number);
	const taker = lines.find(({ number, withdrawnIn }) => withdrawnIn === null && getNumberKey(number) === key);
	return { number: line.number, takenBy: taker?.id ?? null };
}
