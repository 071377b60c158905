import { applyWhatIf } from '../pathway/apply-what-if.ts';
import { calculatePathway } from '../pathway/calculate-pathway.ts';
import type { CompiledScenario } from '../pathway/compiled.ts';
import type { Pathway, YearFigures } from '../pathway/pathway.ts';
import { isSame, shareChanges, type ChangeShares } from '../pathway/share-changes.ts';
import { addYears, subtractYears, sumYears } from '../pathway/year-figures.ts';
import { tellInstead } from './tell-instead.ts';
import { tellRequired } from './tell-required.ts';
import { listDecidedWhatIfs, listWhatIfs, type PathStanding, type StandingSet } from './path-as-it-stands.ts';

/** What a measure that was taken in later was offered at in a year: on top of all others, and not in its place. */
export type OfferedAt = {
	readonly year: number;
	readonly tonnes: number;
	/** What it counts for in its place in the order. */
	readonly counts: number;
	/** Why: stated tonnes of others are not made smaller by it, or others come after it in the order. */
	readonly because: 'stated tonnes' | 'order';
};

/** How a measure stands, and what it was offered at where it was taken in later and counts for something else. Left out otherwise. */
export type GapStanding = PathStanding & { readonly offered?: OfferedAt | undefined };

/** The year in which most is emitted more; all of them where several have the same, left out otherwise. */
export type WorstYear = { readonly year: number; readonly tonnes: number; readonly years?: readonly number[] | undefined };

/**
 * What the changes of one initiative's measures do, or of one measure that belongs to none: what is emitted more for them. Figures of all
 * add up to the difference between the two paths, and what is not changed is in none.
 */
export type InitiativeGap = {
	/** Its number; null for a measure of no initiative. */
	readonly initiative: string | null;
	/** Title of the measure that belongs to no initiative; null for an initiative, which has a title of its own. */
	readonly title: string | null;
	/** How its changed measures stand, and those of any initiative that step in for them or fall with them. */
	readonly standings: readonly GapStanding[];
	/** Tonnes by year; negative where less is emitted. */
	readonly tonnes: YearFigures;
	readonly sum: number | null;
	/** The year in which most is missing. */
	readonly worst: WorstYear | null;
};

/** The path as decided held against the path as it stands. */
export type PathGap = {
	/** Year of the round it stands after. */
	readonly year: number;
	readonly decided: Pathway;
	readonly standing: Pathway;
	/** Path as it stands less path as decided. */
	readonly tonnes: YearFigures;
	readonly sum: number | null;
	/** How the measures stand, with those that count in the place of a given-up alternative, or wait for what they require, told as such. */
	readonly standings: readonly GapStanding[];
	/** Those that make the difference, the largest first. */
	readonly initiatives: readonly InitiativeGap[];
	/** How what each makes was found where it is sampled; null where it is exact. */
	readonly sampled: ChangeShares['sampled'];
};

/** Holds a scenario as decided, without what was taken in later, against how its measures stand. Shapley tonnes of the measures are there only where they are wanted. */
export function findPathGap(model: CompiledScenario, { year, standings: given }: StandingSet, isShared = false): PathGap {
	const shapley = isShared ? {} : null;
	const [before, whatIfs] = [listDecidedWhatIfs(given), listWhatIfs(given)];
	const decided = calculatePathway(applyWhatIf(model, before), { shapley });
	const standing = calculatePathway(applyWhatIf(model, whatIfs), { shapley });
	const tonnes = subtractYears(standing.pathway.net, decided.pathway.net);
	const standings = tellStandings(model, given);
	const shares = shareChanges(model, { before, after: whatIfs });
	const initiatives = listInitiativeGaps(model, shares, standings);
	return { year, decided, standing, tonnes, sum: sumYears(tonnes), standings, initiatives, sampled: shares.sampled };
}

/** The standings with what follows from others told. */
function tellStandings(model: CompiledScenario, given: readonly PathStanding[]): PathStanding[] {
	const models = { decided: applyWhatIf(model, listDecidedWhatIfs(given)), standing: applyWhatIf(model, listWhatIfs(given)) };
	return tellRequired(tellInstead(given, models), models);
}

function listInitiativeGaps(model: CompiledScenario, shares: ChangeShares, standings: readonly PathStanding[]): InitiativeGap[] {
	const changed = model.order.flatMap((place) => {
		const { id, initiative, title } = model.measures[place]?.measure ?? {};
		const row = id === undefined ? undefined : shares.tonnes.get(id);
		return id === undefined || row === undefined ? [] : [{ id, initiative: initiative ?? null, title: title ?? null, row }];
	});
	const groups = Map.groupBy(changed, ({ initiative, id }) => (initiative === null ? `without ${id}` : `of ${initiative}`));
	return [...groups.values()]
		.map((own): InitiativeGap => {
			const { initiative = null, title = null } = own[0] ?? {};
			const rows = own.map(({ row }) => row);
			const tonnes = addYears(model.years.length, rows);
			const ids = own.map(({ id }) => id);
			return {
				initiative,
				title: initiative === null ? title : null,
				standings: listOwn(ids, standings, shares),
				tonnes,
				sum: sumYears(tonnes),
				worst: findWorst(model.years, tonnes),
			};
		})
		.filter(({ tonnes, standings: told }) => isFelt(tonnes) || told.some(({ measure }) => !shares.tonnes.has(measure)))
		.sort((one, two) => (two.sum ?? 0) - (one.sum ?? 0));
}

/** What changes no tonne is told only where something steps in just as good. */
function isFelt(tonnes: YearFigures): boolean {
	return tonnes.some((each) => each !== null && Math.abs(each) > 1e-6);
}

/** The changed measures themselves, and those that are not changed but follow from one of them. */
function listOwn(ids: readonly string[], standings: readonly PathStanding[], { tonnes }: ChangeShares): PathStanding[] {
	return standings.filter(
		({ measure, because = [] }) => ids.includes(measure) || (!tonnes.has(measure) && because.some((id) => ids.includes(id))),
	);
}

/** Whether a measure does what was decided, in full and in its place. */
export function isAsDecided({ whatIf, left, instead, required, takenIn }: PathStanding): boolean {
	return whatIf === null && takenIn === undefined && left === undefined && instead === undefined && required === undefined;
}

/** The year in which most is emitted more; null where none is. Less than half a tonne is none, in a year as between two. */
export function findWorst(years: readonly number[], tonnes: YearFigures): WorstYear | null {
	const most = Math.max(...tonnes.map((each) => each ?? 0));
	const same = years.filter((_, at) => (tonnes[at] ?? 0) > most - 0.5);
	const [year] = same;
	if (most < 0.5 || year === undefined) return null;
	return { year, tonnes: most, ...(same.length > 1 && { years: same }) };
}

/** What has changed since the round before, and what is emitted more for it: the measures as they stand now, held against how they stood then. */
export function findSlips(
	model: CompiledScenario,
	now: PathGap,
	before: StandingSet,
): { readonly initiatives: readonly InitiativeGap[]; readonly sampled: ChangeShares['sampled'] } {
	const earlier = new Map(tellStandings(model, before.standings).map((one) => [one.measure, one]));
	const shares = shareChanges(model, { before: listWhatIfs(before.standings), after: listWhatIfs(now.standings) });
	const changed = now.standings.map((one) => holdAgainst(one, earlier.get(one.measure), before.year));
	return { initiatives: listInitiativeGaps(model, shares, changed), sampled: shares.sampled };
}

/** How a measure stands with how it stood, where that is another way; what followed from others then as now follows from no change. */
function holdAgainst(one: PathStanding, then: PathStanding | undefined, year: number): PathStanding {
	if (!then) return one;
	if (isSame(one.whatIf, then.whatIf)) return tellsTheSame(one, then) ? { ...one, because: undefined } : one;
	const { reason, start, pauses } = then;
	return { ...one, since: { year, reason, start, realisation: then.whatIf?.realisation ?? null, ...(pauses && { pauses }) } };
}

function tellsTheSame(one: PathStanding, two: PathStanding): boolean {
	const write = ({ left = [], instead = [], required = [] }: PathStanding) =>
		JSON.stringify([left, instead, required.map(({ title, start, pauses }) => [title, start, pauses])]);
	return write(one) === write(two);
}

/** The target the page is about: the first main one after a year, else the first interim one, or the last there is. */
function findNextTarget({ targets }: Pathway, year: number): Pathway['targets'][number] | undefined {
	const later = targets.filter((target) => target.year > year);
	return later.find(({ isInterim }) => !isInterim) ?? later[0] ?? targets.at(-1);
}

/**
 * The target a path is held against first, and the year that single figures of it are of, the same on every page: the target's, or the
 * path's last where there is none that the path reaches. `round` is the year of the newest round, null before the first.
 */
export function findShownYear(
	pathway: Pathway,
	round: number | null,
): { readonly target: Pathway['targets'][number] | null; readonly year: number } {
	const { years } = pathway;
	const target = findNextTarget(pathway, round ?? years[0] ?? 0) ?? null;
	return { target, year: target && years.includes(target.year) ? target.year : (years.at(-1) ?? 0) };
}

/** Whether figures pull both ways, so that their sum is net. Less than half a tonne is written as none. */
export function arePullingBothWays(tonnes: readonly (number | null | undefined)[]): boolean {
	return [-1, 1].every((sign) => tonnes.some((each) => (each ?? 0) * sign >= 0.5));
}
