import { isStopped, type Pause, type WhatIf } from '../pathway/apply-what-if.ts';
import { findHolders } from '../pathway/find-holders.ts';
import type { Measure } from '../pathway/model.ts';
import { isBegun, type State } from './assessment.ts';
import { findCourse, type Course, type Said } from './find-course.ts';
import { followInitiatives } from './follow-initiatives.ts';
import type { PathDocument, StatedStanding } from './path-document.ts';
import { readLines, type Lines } from './read-lines.ts';
import type { FollowUp } from './status-round.ts';

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
	'begun late',
	'resumed',
] as const;
export type StandingReason = (typeof standingReasons)[number];

/** How something that a measure requires stands where that takes effect from it: `start` is null where it has none itself. */
export type RequiredStanding = {
	readonly title: string;
	readonly reason: StandingReason;
	readonly decidedStart: number;
	readonly start: number | null;
	/** Years in which it has none after that. Left out where there are none. */
	readonly pauses?: readonly Pause[] | undefined;
};

/** How a measure stood after an earlier round. */
export type EarlierStanding = {
	/** Year of that round. */
	readonly year: number;
	readonly reason: StandingReason;
	readonly start: number | null;
	/** Share that was to be carried out; null for what was decided. */
	readonly realisation: number | null;
	readonly pauses?: readonly Pause[] | undefined;
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
	/** Years without effect after that: on hold or taken out. The last may go on. Left out where there are none. */
	readonly pauses?: readonly Pause[] | undefined;
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
 * wins. An initiative that a round says nothing of is in the state an earlier one last said. One whose dates were moved since the first
 * round (or the one it was taken in after) comes as many years later; what the rounds say of each year stays said (`findCourse`). What
 * was counted inside one that is given up counts itself.
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

/** Whether a measure has no effect any more: given up, or on hold for as long as the newest round knows. */
export function isGivenUp({ start, whatIf }: PathStanding): boolean {
	return start === null || whatIf?.realisation === 0 || isStopped(whatIf);
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
	const lines = readLines(rounds, { number: initiative, ids, since });
	const known = lines?.known ?? null;
	const knownFrom = known && known.year < year ? { knownFrom: known.year } : {};
	const instead = [...scenario.measures, ...candidates].find((each) => each.id === statement?.replacedBy);
	const beside = { ...knownFrom, ...(instead ? { replacement: instead.title } : {}), ...(since !== undefined && { takenIn: since }) };
	const base = { measure: id, title, initiative, state: known?.state ?? null, ...beside, decidedStart: timing.start, statement };
	const decision = statement ? stateByHand(measure, statement) : derive(measure, lines, ids !== undefined);
	const { reason } = decision;
	// After a round before the one it came with it is no part of the path.
	const start = since !== undefined && since > year ? null : decision.start;
	if (start === null) return { ...base, reason, start, whatIf: { measure: id, isDropped: true } };
	const told = {
		...(start !== timing.start && { start }),
		...(statement && statement.realisation !== null && { realisation: statement.realisation }),
		...(decision.pauses.length > 0 && { pauses: decision.pauses }),
	};
	const pauses = told.pauses && { pauses: told.pauses };
	return { ...base, reason, start, ...pauses, whatIf: Object.keys(told).length === 0 ? null : { measure: id, ...told } };
}

type Decision = Course & { readonly reason: StandingReason };
function stateByHand({ timing }: Measure, { start, isDropped }: StatedStanding): Decision {
	return { reason: 'stated', start: isDropped ? null : (start ?? timing.start), pauses: [] };
}

/** `isTied` is said of a measure that is known by its initiative's id: its number may be another's, or in no round yet. */
function derive({ initiative, timing }: Measure, lines: Lines | undefined, isTied: boolean): Decision {
	if (!lines) {
		const reason = isTied ? 'not assessed' : initiative === null ? 'no initiative' : 'initiative unknown';
		return { reason, start: timing.start, pauses: [] };
	}
	const getPlanned = (year: number) => timing.start + lines.countMoved(year);
	const course = findCourse(lines.said, getPlanned);
	const { year = 0, state = null } = lines.said.at(-1) ?? {};
	return { ...course, reason: findReason(course, state, { decided: timing.start, moved: getPlanned(year) }) };
}

function findReason(
	{ start, pauses }: Course,
	state: Said['state'],
	{ decided, moved }: { readonly decided: number; readonly moved: number },
): StandingReason {
	if (state === 'gone') return 'withdrawn';
	if (state === 'on hold') return 'on hold';
	if (start !== decided && start === moved) return 'moved';
	if (start !== decided) return state === null || isBegun(state) ? 'begun late' : 'not begun';
	if (pauses.length > 0) return 'resumed';
	return state === null ? 'not assessed' : 'as decided';
}

/** What is told to the calculation of measures that do not stand as the scenario states them. */
export function listWhatIfs(standings: readonly PathStanding[]): WhatIf[] {
	return standings.flatMap(({ whatIf }) => whatIf ?? []);
}

/** What is told to the calculation of the path as decided: what was taken in later is no part of it. */
export function listDecidedWhatIfs(standings: readonly PathStanding[]): WhatIf[] {
	return standings.flatMap(({ measure, takenIn }) => (takenIn === undefined ? [] : { measure, isDropped: true }));
}
