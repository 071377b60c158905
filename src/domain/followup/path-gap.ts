import { applyWhatIf } from '../pathway/apply-what-if.ts';
import { calculatePathway } from '../pathway/calculate-pathway.ts';
import type { CompiledScenario } from '../pathway/compiled.ts';
import type { MeasureResult, Pathway, YearFigures } from '../pathway/pathway.ts';
import { addYears, subtractYears, sumYears } from '../pathway/year-figures.ts';
import { tellInstead } from './tell-instead.ts';
import { tellRequired } from './tell-required.ts';
import { listWhatIfs, type PathStanding, type StandingSet } from './path-as-it-stands.ts';

/**
 * What one initiative, or one measure that belongs to none, saves less than decided. Figures of all add up to the difference between
 * the two paths.
 */
export type InitiativeGap = {
	/** Its number; null for a measure of no initiative. */
	readonly initiative: string | null;
	/** Title of the measure that belongs to no initiative; null for an initiative, which has a title of its own. */
	readonly title: string | null;
	/** How its measures stand that do not stand as decided. */
	readonly standings: readonly PathStanding[];
	/** Tonnes by year; negative where it saves more, for instance because less is counted before it. */
	readonly tonnes: YearFigures;
	readonly sum: number | null;
	/** The year in which most is missing. */
	readonly worst: { readonly year: number; readonly tonnes: number } | null;
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
	readonly standings: readonly PathStanding[];
	/** Those that make the difference, the largest first. */
	readonly initiatives: readonly InitiativeGap[];
};

/**
 * Holds a scenario as decided against how its measures stand. Tonnes of an initiative are counted in the scenario's order; Shapley
 * tonnes, which take longest, are there only where they are wanted.
 */
export function findPathGap(model: CompiledScenario, { year, standings: given }: StandingSet, isShared = false): PathGap {
	const shapley = isShared ? {} : null;
	const decided = calculatePathway(model, { shapley });
	const now = applyWhatIf(model, listWhatIfs(given));
	const standing = calculatePathway(now, { shapley });
	const tonnes = subtractYears(standing.pathway.net, decided.pathway.net);
	const inPlace = tellInstead(model.scenario.measures, given, { decided, standing });
	const standings = tellRequired(inPlace, { decided: model, standing: now });
	const initiatives = listInitiativeGaps(decided, standing, standings);
	return { year, decided, standing, tonnes, sum: sumYears(tonnes), standings, initiatives };
}

function listInitiativeGaps(decided: Pathway, standing: Pathway, standings: readonly PathStanding[]): InitiativeGap[] {
	const groups = Map.groupBy(decided.measures, ({ initiative, measure }) =>
		initiative === null ? `without ${measure}` : `of ${initiative}`,
	);
	return [...groups.values()]
		.map((own): InitiativeGap => {
			const { initiative = null, title = null } = own[0] ?? {};
			const rows = own.map((each) => subtractYears(readEffect(decided, each), readEffect(standing, findSame(standing, each))));
			const tonnes = addYears(decided.years.length, rows);
			const moved = standings.filter((each) => own.some(({ measure }) => measure === each.measure) && !isAsDecided(each));
			return {
				initiative,
				title: initiative === null ? title : null,
				standings: moved,
				tonnes,
				sum: sumYears(tonnes),
				worst: findWorst(decided.years, tonnes),
			};
		})
		.filter(({ tonnes }) => tonnes.some((each) => each !== null && Math.abs(each) > 1e-6))
		.sort((one, two) => (two.sum ?? 0) - (one.sum ?? 0));
}

/** Whether a measure does what was decided, in full and in its place. */
export function isAsDecided({ whatIf, left, instead, required }: PathStanding): boolean {
	return whatIf === null && left === undefined && instead === undefined && required === undefined;
}

function findSame({ measures }: Pathway, { measure }: MeasureResult): MeasureResult | undefined {
	return measures.find((each) => each.measure === measure);
}

// A measure that cannot be calculated is a finding of its own, in both paths alike.
function readEffect({ years }: Pathway, result: MeasureResult | undefined): YearFigures {
	return result?.effects['in order'] ?? years.map(() => 0);
}

function findWorst(years: readonly number[], tonnes: YearFigures): InitiativeGap['worst'] {
	return years.reduce<InitiativeGap['worst']>((worst, year, at) => {
		const here = tonnes[at] ?? 0;
		return here > (worst?.tonnes ?? 1e-6) ? { year, tonnes: here } : worst;
	}, null);
}

/** What an initiative saves less than after the round before: what has slipped since then. */
export function findSlips(model: CompiledScenario, now: PathGap, before: StandingSet): InitiativeGap[] {
	const earlier = findPathGap(model, before);
	const changed = now.initiatives.flatMap(({ standings }) => standings);
	const isSame = (one: PathStanding) =>
		earlier.standings.some(
			({ measure, start, reason, whatIf, left, instead, required }) =>
				measure === one.measure &&
				start === one.start &&
				reason === one.reason &&
				whatIf?.realisation === one.whatIf?.realisation &&
				(left === undefined) === (one.left === undefined) &&
				(instead === undefined) === (one.instead === undefined) &&
				writeRequired(required) === writeRequired(one.required),
		);
	return listInitiativeGaps(earlier.standing, now.standing, changed).map((gap) => ({
		...gap,
		standings: gap.standings.filter((each) => !isSame(each)),
	}));
}

function writeRequired(required: PathStanding['required'] = []): string {
	return required.map(({ title, start }) => `${title} ${start}`).join();
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
