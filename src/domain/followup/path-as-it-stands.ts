import type { WhatIf } from '../pathway/apply-what-if.ts';
import { findHolders } from '../pathway/find-holders.ts';
import type { Measure } from '../pathway/model.ts';
import { getNumberKey } from '../plan/number-key.ts';
import type { State } from './assessment.ts';
import { followInitiatives } from './follow-initiatives.ts';
import type { PathDocument, StatedStanding } from './path-document.ts';
import type { AssessedInitiative, FollowUp } from './status-round.ts';

/** Why a measure stands as it does after a round. The sentence for each is in `text/`. */
export const standingReasons = [
	'as decided',
	'not assessed',
	'no initiative',
	'initiative unknown',
	'stated',
	'withdrawn',
	'on hold',
	'moved',
	'not begun',
] as const;
export type StandingReason = (typeof standingReasons)[number];

/** How something that a measure requires stands where that takes effect from it: `start` is null where it has none itself. */
export type RequiredStanding = {
	readonly title: string;
	readonly reason: StandingReason;
	readonly decidedStart: number;
	readonly start: number | null;
};

/** How a measure stood after an earlier round. */
export type EarlierStanding = {
	/** Year of that round. */
	readonly year: number;
	readonly reason: StandingReason;
	readonly start: number | null;
	/** Share that was to be carried out; null for what was decided. */
	readonly realisation: number | null;
};

/** How a measure stands after a round, against how it was decided. */
export type PathStanding = {
	readonly measure: string;
	readonly title: string;
	readonly initiative: string | null;
	readonly reason: StandingReason;
	/** As last said of the initiative; null when nothing ever was. */
	readonly state: State | null;
	/** The round that said it, where that is an earlier one: what is not assessed stands as it was last known. Left out otherwise. */
	readonly knownFrom?: number | undefined;
	readonly decidedStart: number;
	/** First year with effect as it stands; null when it has none. */
	readonly start: number | null;
	/** Titles of the measures it was counted inside and that are given up, where its own effect counts instead. Left out otherwise. */
	readonly left?: readonly string[] | undefined;
	/** Titles of the given-up measures it is an alternative to, where it counts in their place. Told by the gap; left out otherwise. */
	readonly instead?: readonly string[] | undefined;
	/** Which of those two are only on hold. Left out where none is. */
	readonly onHold?: readonly string[] | undefined;
	/** What it requires that has no effect now or comes later, so that it saves less itself. Told by the gap; left out otherwise. */
	readonly required?: readonly RequiredStanding[] | undefined;
	/** Ids of the measures whose change these follow from, so that its tonnes belong to that change. Left out where there are none. */
	readonly because?: readonly string[] | undefined;
	/** How it stood after an earlier round, where it is held against that and not against what was decided. Left out otherwise. */
	readonly since?: EarlierStanding | undefined;
	/** First round (year) from which it counts, where it was taken in after the plan was decided. Left out otherwise. */
	readonly takenIn?: number | undefined;
	/** What is told to the calculation; null for a measure that stands as the scenario states it. */
	readonly whatIf: WhatIf | null;
	readonly statement: StatedStanding | null;
	/** What comes instead, by its title, where a person has stated that something does. Left out otherwise. */
	readonly replacement?: string | undefined;
};

/** What of a round decides how its measures stand. */
export type PathRound = Pick<FollowUp, 'lines'> & { readonly round: Pick<FollowUp['round'], 'year'> };

/** How all measures stand after one round. */
export type StandingSet = { readonly year: number; readonly standings: readonly PathStanding[] };

/** The measures under the numbers that their initiatives have in the rounds given, newest first. */
export function followRounds(document: PathDocument, rounds: readonly PathRound[]): PathDocument {
	return followInitiatives(
		document,
		rounds.map(({ lines }) => lines.map(({ initiative }) => initiative)),
	);
}

/**
 * How each measure stands after the newest of the rounds given (newest first); undefined before the first round. What a person states
 * wins. An initiative that the newest round says nothing of is in the state an earlier one last said. A measure whose initiative was taken out or is on hold has no effect, one whose dates were moved since the first round (or the one it was taken in after) comes as
 * many years later, and one that is not begun comes next year at the earliest. What was counted inside one that is given up counts itself.
 */
export function findStandings(document: PathDocument, rounds: readonly PathRound[]): StandingSet | undefined {
	const year = rounds[0]?.round.year;
	if (year === undefined) return undefined;
	const { measures } = document.scenario;
	return {
		year,
		standings: tellLeft(
			measures,
			measures.map((measure) => findStanding(document, measure, rounds, year)),
		),
	};
}

/** What is counted inside a measure that is given up stands as it did, but with an effect of its own. */
function tellLeft(measures: readonly Measure[], standings: readonly PathStanding[]): PathStanding[] {
	const inside = findHolders(measures, standings.map(isGivenUp));
	return standings.map((standing, place) => {
		const { holders, left } = inside[place] ?? { holders: [], left: [] };
		if (isGivenUp(standing) || holders.length > 0 || left.length === 0) return standing;
		return tellGone(standing, 'left', { others: left.flatMap((other) => measures[other] ?? []), standings });
	});
}

/** Tells of a measure which given-up ones it counts in the place of, which of them are only on hold, and that it follows from them. */
export function tellGone(
	one: PathStanding,
	how: 'left' | 'instead',
	{ others, standings }: { readonly others: readonly Measure[]; readonly standings: readonly PathStanding[] },
): PathStanding {
	const isOnHold = ({ id }: Measure) => standings.some(({ measure, reason }) => measure === id && reason === 'on hold');
	const onHold = [...(one.onHold ?? []), ...others.filter(isOnHold).map(({ title }) => title)];
	return {
		...one,
		[how]: others.map(({ title }) => title),
		...(onHold.length > 0 && { onHold }),
		because: [...(one.because ?? []), ...others.map(({ id }) => id)],
	};
}

function isGivenUp({ start, whatIf }: PathStanding): boolean {
	return start === null || whatIf?.realisation === 0;
}

function findStanding(
	{ standings, initiativeIds, scenario, candidates, takenIn }: PathDocument,
	measure: Measure,
	rounds: readonly PathRound[],
	year: number,
): PathStanding {
	const statement = standings
		.filter((each) => each.measure === measure.id && each.since <= year)
		.reduce<StatedStanding | null>((newest, each) => (newest && newest.since > each.since ? newest : each), null);
	const { id, title, initiative, timing } = measure;
	const ids = initiativeIds?.[id];
	const since = takenIn?.[id];
	const lines = findLines(rounds, { number: initiative, ids, since });
	const known = lines?.known ?? null;
	const knownFrom = known && known.year < year ? { knownFrom: known.year } : {};
	const instead = [...scenario.measures, ...candidates].find((each) => each.id === statement?.replacedBy);
	const beside = { ...knownFrom, ...(instead ? { replacement: instead.title } : {}), ...(since !== undefined && { takenIn: since }) };
	const base = { measure: id, title, initiative, state: known?.state ?? null, ...beside, decidedStart: timing.start, statement };
	const decision = statement ? stateByHand(measure, statement) : derive(measure, lines, { year, isTied: ids !== undefined });
	const { reason } = decision;
	// After a round before the one it came with it is no part of the path.
	const start = since !== undefined && since > year ? null : decision.start;
	if (start === null) return { ...base, reason, start, whatIf: { measure: id, isDropped: true } };
	const realisation = statement?.realisation ?? null;
	if (start === timing.start && realisation === null) return { ...base, reason, start, whatIf: null };
	const moved = start === timing.start ? {} : { start };
	return { ...base, reason, start, whatIf: { measure: id, ...moved, ...(realisation === null ? {} : { realisation }) } };
}

type Decision = { readonly reason: StandingReason; readonly start: number | null };
type Lines = {
	readonly now: AssessedInitiative | null;
	readonly first: AssessedInitiative;
	/** The state last said of it, and in which round. */
	readonly known: { readonly state: State; readonly year: number } | null;
};

function stateByHand({ timing }: Measure, { start, isDropped }: StatedStanding): Decision {
	return { reason: 'stated', start: isDropped ? null : (start ?? timing.start) };
}

/** `isTied` is said of a measure that is known by its initiative's id: its number may be another's, or in no round yet. */
function derive({ initiative, timing }: Measure, lines: Lines | undefined, { year, isTied }: { year: number; isTied: boolean }): Decision {
	const decided = (reason: StandingReason): Decision => ({ reason, start: timing.start });
	if (!lines) return decided(isTied ? 'not assessed' : initiative === null ? 'no initiative' : 'initiative unknown');
	if (!lines.now) return { reason: 'withdrawn', start: null };
	const state = lines.known?.state ?? null;
	if (state === 'on hold') return { reason: 'on hold', start: null };
	if (state === 'completed') return decided('as decided');
	const moved = timing.start + countYearsMoved(lines.first, lines.now);
	const isBegun = state !== 'not started' && state !== 'planning';
	if (!isBegun && moved <= year) return { reason: 'not begun', start: year + 1 };
	if (moved > timing.start) return { reason: 'moved', start: moved };
	return decided(state === null ? 'not assessed' : 'as decided');
}

type Followed = { readonly number: string | null; readonly ids: readonly string[] | undefined; readonly since: number | undefined };

/**
 * The initiative now and when it was first followed up. It keeps its id when it gets another number, and a measure that is tied to `ids`
 * goes on with what its initiative went into; without `now` it was taken out. What was taken in after the round `since` was planned from
 * the dates of that round.
 */
function findLines(rounds: readonly PathRound[], { number, ids, since }: Followed): Lines | undefined {
	const isNamed = ({ initiative }: AssessedInitiative) => number !== null && getNumberKey(initiative.number) === getNumberKey(number);
	const named = ids ?? rounds.flatMap(({ lines }) => lines.find(isNamed)?.initiative.id ?? []).slice(0, 1);
	const find = ({ lines }: PathRound) => named.flatMap((id) => lines.find(({ initiative }) => initiative.id === id) ?? [])[0] ?? null;
	const all = rounds.map(find);
	const known = all.flatMap((line, place) => {
		const [state, year] = [line?.assessment?.state, rounds[place]?.round.year];
		return state && year !== undefined ? { state, year } : [];
	});
	const now = all[0] ?? null;
	// Dates are held against those of the same initiative: another's were other dates all along.
	const isSameOne = (line: AssessedInitiative | null) => line !== null && (now === null || line.initiative.id === now.initiative.id);
	const planned = all.filter((_, place) => since === undefined || (rounds[place]?.round.year ?? since) >= since);
	const first = planned.findLast(isSameOne) ?? all.findLast(isSameOne);
	return first ? { now, first, known: known[0] ?? null } : undefined;
}

/** Years by which the start or the deadline, whichever moved most, came later. A date that is not stated has not moved. */
function countYearsMoved({ initiative: first }: AssessedInitiative, { initiative: now }: AssessedInitiative): number {
	const between = (before: string | null, after: string | null) =>
		before === null || after === null ? 0 : Number(after.slice(0, 4)) - Number(before.slice(0, 4));
	return Math.max(0, between(first.startDate, now.startDate), between(first.deadline, now.deadline));
}

/** What is told to the calculation of measures that do not stand as the scenario states them. */
export function listWhatIfs(standings: readonly PathStanding[]): WhatIf[] {
	return standings.flatMap(({ whatIf }) => whatIf ?? []);
}

/** What is told to the calculation of the path as decided: what was taken in later is no part of it. */
export function listDecidedWhatIfs(standings: readonly PathStanding[]): WhatIf[] {
	return standings.flatMap(({ measure, takenIn }) => (takenIn === undefined ? [] : { measure, isDropped: true }));
}
