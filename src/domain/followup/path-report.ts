import { drawCostCurve, type CostCurve } from '../pathway/abatement-cost.ts';
import { applyWhatIf } from '../pathway/apply-what-if.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import type { CompiledScenario } from '../pathway/compiled.ts';
import { drawOutcomes, type PathwayUncertainty } from '../pathway/draw-outcomes.ts';
import { listDrivers, type Driver } from '../pathway/list-drivers.ts';
import { explainFigure, type FigureTerms } from '../pathway/explain-figure.ts';
import { costPerspectives } from '../pathway/model.ts';
import type { TargetResult } from '../pathway/pathway.ts';
import { makeDutyList, type DutyList, type OtherPath } from './duty-list.ts';
import { findReusedNumbers, type ReusedNumber } from './find-reused-numbers.ts';
import { hasIllustrativeTonnes } from './illustrative.ts';
import { findStandings, followRounds, listDecidedWhatIfs, listWhatIfs, type PathRound } from './path-as-it-stands.ts';
import type { PathDocument } from './path-document.ts';
import {
	arePullingBothWays,
	findPathGap,
	findShownYear,
	findSlips,
	findWorst,
	type InitiativeGap,
	type PathGap,
	type WorstYear,
} from './path-gap.ts';
import { tellOffered } from './tell-offered.ts';

/** Everything that is said of a municipality's path in tonnes, on the page and on paper. */
export type PathReport = {
	readonly document: PathDocument;
	/** Year of the newest round; null before the first. */
	readonly round: number | null;
	readonly gap: PathGap;
	/** Measures that may follow another initiative now, since its number was used again. */
	readonly reused: readonly ReusedNumber[];
	/** What slipped since the round before, and its year; null in the first round. */
	readonly slips: ({ readonly since: number } & ReturnType<typeof findSlips>) | null;
	/** The target the path is held against first; null when there is none. */
	readonly target: TargetResult | null;
	/** The year the page's figures are of: the target's, or the last. */
	readonly year: number;
	readonly uncertainty: { readonly decided: PathwayUncertainty; readonly standing: PathwayUncertainty };
	/** What may turn out otherwise and moves the figure of that year as it stands, what moves it most first. */
	readonly drivers: readonly Driver[];
	readonly duty: DutyList;
	/** What each measure's figure of that year is made of, as it stands. */
	readonly terms: readonly FigureTerms[];
	/** What a tonne costs that year as it stands, for each whose money is stated of some measure. */
	readonly costs: readonly CostCurve[];
};

export type PathReportInput = {
	/** Newest first. */
	readonly rounds: readonly PathRound[];
	/** First year in which something that is not decided today could begin. */
	readonly earliest: number;
	readonly others: readonly OtherPath[];
};

/** Calculates all of it. The same document and rounds give the same bytes. */
export function makePathReport(given: PathDocument, { rounds, earliest, others }: PathReportInput): PathReport {
	const document = followRounds(given, rounds);
	const { scenario } = document;
	const model = compileScenario(scenario);
	const found = findStandings(document, rounds);
	const set = found ?? { year: scenario.firstYear, standings: [] };
	const held = findPathGap(model, set, true);
	const before = findStandings(document, rounds.slice(1));
	const { target, year } = findShownYear(held.decided, found?.year ?? null);
	const gap = tellOffered(document, held, year);
	const decided = applyWhatIf(model, listDecidedWhatIfs(set.standings));
	const standing = applyWhatIf(model, listWhatIfs(set.standings));
	return {
		document,
		round: found?.year ?? null,
		gap,
		reused: findReusedNumbers(document, rounds),
		slips: before ? { since: before.year, ...findSlips(model, gap, before) } : null,
		target,
		year,
		uncertainty: { decided: drawOutcomes(decided), standing: drawOutcomes(standing) },
		drivers: listDrivers(standing, year).filter(({ atLow, atHigh }) => atLow !== 0 || atHigh !== 0),
		duty: makeDutyList(document, { year, rounds, earliest, others }),
		costs: listCosts(standing, gap, year),
		terms: standing.order.map((place) => explainFigure(standing, standing.measures[place]?.measure.id ?? '', year)),
	};
}

// As wide as the tonnes in the stated order, which add up to what is saved together.
function listCosts(model: CompiledScenario, { standing }: PathGap, year: number): CostCurve[] {
	const { measures } = model.scenario;
	const stated = costPerspectives.filter((perspective) =>
		measures.some(({ costs }) => costs.some((cost) => cost.perspective === perspective)),
	);
	return stated.map((perspective) => drawCostCurve(model, standing, { perspective, year, attribution: 'in order' }));
}

/** Tonnes above the target as it stands; null without a target or a round, or where a figure is missing. */
export function findStandingShortfall({ gap, target, round }: PathReport): number | null {
	if (round === null) return null;
	return gap.standing.targets.find(({ id }) => id === target?.id)?.shortfall ?? null;
}

/** The year in which the path as it stands is furthest from what was decided. */
export function findWorstYear({ decided, tonnes }: PathGap): WorstYear | null {
	return findWorst(decided.years, tonnes);
}

/** What the changes make of the path over its years, and the year in which they make most. */
export type PathSlip = {
	readonly sum: number;
	readonly worst: WorstYear | null;
	/** Whether some of it is less emitted and some more. */
	readonly isNet: boolean;
};

/** What the changes make of the path together; null where nothing has changed, or a figure is missing. */
export function findSlip(gap: PathGap): PathSlip | null {
	const { sum, initiatives } = gap;
	if (sum === null || initiatives.length === 0) return null;
	return { sum, worst: findWorstYear(gap), isNet: arePullingBothWays(initiatives.map((each) => each.sum)) };
}

/** Whether what some initiatives make of the difference rests on anything that no document states. */
export function isGapIllustrative(initiatives: readonly InitiativeGap[], document: PathDocument): boolean {
	const shown = new Set(document.scenario.measures.filter((each) => hasIllustrativeTonnes(each, document)).map(({ id }) => id));
	return initiatives.some(({ standings }) => standings.some(({ measure }) => shown.has(measure)));
}

export type ProposalSum = {
	readonly tonnes: number;
	/** Of the shortfall, as exact as it is known: what is written is rounded afterwards. */
	readonly left: number;
	readonly isIllustrative: boolean;
};

/** What the proposed candidates save together, what is short with them, and whether any of their tonnes rest on no document. */
export function sumProposal({ duty: { replacements, candidates }, document }: Pick<PathReport, 'duty' | 'document'>): ProposalSum {
	const proposed = new Set(replacements.proposal.map(({ measure }) => measure));
	const tonnes = replacements.proposal.reduce((sum, each) => sum + (each.tonnes ?? 0), 0);
	return {
		tonnes,
		left: Math.max(0, (replacements.shortfall ?? 0) - tonnes),
		isIllustrative: candidates.some(({ measure }) => proposed.has(measure.id) && hasIllustrativeTonnes(measure, document)),
	};
}
