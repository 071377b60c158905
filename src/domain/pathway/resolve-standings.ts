import type { MeasureStanding } from './compiled.ts';
import { findHolders, type Holder } from './find-holders.ts';
import type { Measure } from './model.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';
import { readRange } from './series.ts';

export type StandingInput = {
	readonly measures: readonly Measure[];
	readonly isBroken: readonly boolean[];
	readonly isDropped: readonly boolean[];
	/** Has effect, and none from some year on. */
	readonly isStopped: readonly boolean[];
	readonly order: readonly number[];
	readonly version: string | null;
};
export type Standings = {
	readonly standings: readonly MeasureStanding[];
	/** For each measure the counted ones it cannot do without. */
	readonly requires: readonly (readonly number[])[];
	/** For each measure the stopped ones in whose place it counts once they have no effect. */
	readonly after: readonly (readonly number[])[];
	readonly findings: readonly PathwayFinding[];
};

/**
 * Which measures have tonnes of their own. A requirement that is not met takes the effect away; of two alternatives the first in
 * the order counts, so that a dropped one gives way to the next. What was counted inside a measure that is given up counts itself. One that is stopped gives
 * way in the same ways, from then on.
 */
export function resolveStandings(input: StandingInput): Standings {
	const { measures } = input;
	const inside = findHolders(
		measures,
		measures.map((measure, place) => isGivenUp(measure, input.isDropped[place]) || input.isStopped[place] === true),
	);
	const after = inside.map(({ holders, left }) => (holders.length > 0 ? [] : left.filter((place) => input.isStopped[place])));
	const relations = { ...readRelations(measures), inside: inside.map(({ holders }) => holders) };
	const standings = measures.map((measure, place) => getFirstStanding(measure, place, { ...input, inside: relations.inside }));
	const findings = measures.flatMap((measure, place) => tellLeft(measure, standings[place], listTitles(measures, inside[place])));
	dropUnmet(standings, relations, { measures, findings });
	const counted: number[] = [];
	for (const place of input.order) {
		if (standings[place] !== 'counted') continue;
		const rivals = counted.filter(
			(other) => relations.alternatives[place]?.includes(other) || relations.alternatives[other]?.includes(place),
		);
		const winner = rivals.find((other) => !input.isStopped[other]);
		if (winner === undefined) after[place]?.push(...rivals);
		if (winner === undefined) counted.push(place);
		else {
			standings[place] = 'alternative';
			findings.push(createFinding('alternative-not-counted', { ...nameOf(measures[place]), others: [measures[winner]?.title ?? ''] }));
		}
	}
	dropUnmet(standings, relations, { measures, findings });
	return { standings, requires: measures.map((_, place) => [...listNeeded(place, relations, standings)]), after, findings };
}

type Relations = Record<'requires' | 'inside' | 'alternatives', readonly (readonly number[])[]>;

function readRelations(measures: readonly Measure[]): Omit<Relations, 'inside'> {
	const places = new Map(measures.map(({ id }, place) => [id, place]));
	const list = (wanted: string) =>
		measures.map(({ relations }) =>
			relations.flatMap((each) => ('measure' in each && each.kind === wanted ? (places.get(each.measure) ?? []) : [])),
		);
	return { requires: list('requires'), alternatives: list('alternative to') };
}

/** Dropped, or carried out to no extent at all. */
function isGivenUp({ realisation }: Measure, isDropped: boolean | undefined): boolean {
	return isDropped === true || readRange(realisation).high === 0;
}

function listTitles(measures: readonly Measure[], holder: Holder | undefined): string[] {
	return holder?.holders.length === 0 ? holder.left.map((place) => measures[place]?.title ?? '') : [];
}

function tellLeft(measure: Measure, standing: MeasureStanding | undefined, others: readonly string[]): PathwayFinding[] {
	return standing === 'counted' && others.length > 0 ? [createFinding('whole-given-up', { ...nameOf(measure), others })] : [];
}

function nameOf(measure: Measure | undefined) {
	return { measure: measure?.id ?? null, name: measure?.title ?? null };
}

function getFirstStanding(
	{ relations, effects }: Measure,
	place: number,
	{ isBroken, isDropped, version, inside }: StandingInput & Pick<Relations, 'inside'>,
): MeasureStanding {
	if (isDropped[place]) return 'dropped';
	if (isBroken[place] || effects.length === 0) return 'not calculated';
	const kinds = relations.map(({ kind }) => kind);
	if (kinds.includes('outside the account')) return 'outside the account';
	if (relations.some((relation) => relation.kind === 'in the baseline' && isInBaseline(version, relation.from))) return 'in the baseline';
	if ((inside[place] ?? []).length > 0) return 'counted inside';
	return effects.every(({ kind }) => kind === 'supporting') ? 'supporting' : 'counted';
}

/** Whether a projection such as KF25 has what came with KF23; `undefined` when the two names cannot be compared. */
export function isInBaseline(version: string | null, from: string): boolean | undefined {
	const [one, two] = [version ?? '', from].map((name) => /^\s*(.*?)(\d+)\s*$/.exec(name));
	if (!one || !two || one[1]?.toLowerCase() !== two[1]?.toLowerCase()) return version === from ? true : undefined;
	return Number(one[2]) >= Number(two[2]);
}

type Telling = { readonly measures: readonly Measure[]; readonly findings: PathwayFinding[] };

function dropUnmet(standings: MeasureStanding[], relations: Relations, { measures, findings }: Telling): void {
	let isSettled = false;
	while (!isSettled) {
		isSettled = true;
		for (const [place, needed] of relations.requires.entries()) {
			const unmet = needed.filter((other) => !isMet(other, { standings, relations, measures }));
			if (standings[place] !== 'counted' || unmet.length === 0) continue;
			standings[place] = 'required missing';
			findings.push(
				createFinding('required-missing', { ...nameOf(measures[place]), others: unmet.map((other) => measures[other]?.title ?? '') }),
			);
			isSettled = false;
		}
	}
}

type Situation = { readonly standings: readonly MeasureStanding[]; readonly relations: Relations; readonly measures: readonly Measure[] };

function isMet(place: number, situation: Situation): boolean {
	const { standings, relations, measures } = situation;
	const standing = standings[place];
	if (standing === 'counted inside') return (relations.inside[place] ?? []).every((container) => isMet(container, situation));
	if (standing === 'counted' || standing === 'supporting') return readRange(measures[place]?.realisation ?? 0).high > 0;
	return standing === 'in the baseline' || standing === 'outside the account';
}

/** Follows requirements, and from a measure counted inside another to that one. */
function listNeeded(place: number, relations: Relations, standings: readonly MeasureStanding[], found = new Set<number>()): Set<number> {
	for (const other of relations.requires[place] ?? []) {
		for (const holder of standings[other] === 'counted inside' ? (relations.inside[other] ?? []) : [other]) {
			if (found.has(holder) || standings[holder] !== 'counted') continue;
			found.add(holder);
			listNeeded(holder, relations, standings, found);
		}
	}
	return found;
}
