import { listReplacements, type ReplacementList } from '../pathway/list-replacements.ts';
import type { Measure, MeasureRelation, Scenario } from '../pathway/model.ts';
import { moveStart } from '../pathway/timing.ts';
import { findStandings, followRounds, isGivenUp, listWhatIfs, type PathRound, type PathStanding } from './path-as-it-stands.ts';
import type { PathDocument } from './path-document.ts';

/** A measure that could replace what falls away, and where it comes from: null for the plan itself, else a municipality's name. */
export type DutyCandidate = {
	readonly measure: Measure;
	readonly from: string | null;
	/** How one of the plan's own would stand once it is taken in; null before the first round, and for one of another municipality. */
	readonly standing: PathStanding | null;
};

/** What is to be replaced (Danish: skal erstattes), and what could do it. */
export type DutyList = {
	readonly replacements: ReplacementList;
	readonly candidates: readonly DutyCandidate[];
};

/** The path of another municipality, with its published rounds (newest first): what it has given up is no advice to others. */
export type OtherPath = { readonly name: string; readonly document: PathDocument; readonly rounds: readonly PathRound[] };

/**
 * Lists what could close the shortfall of a year. Candidates are those the plan keeps ready, and measures of others that are stated as
 * shares and therefore fit a municipality of any size, but for what is given up or on hold there; none can begin before `earliest`. One of
 * the plan's own is offered as it would stand: while its initiative is on hold it saves nothing.
 */
export function makeDutyList(
	document: PathDocument,
	options: {
		readonly year: number;
		/** Newest first. */
		readonly rounds: readonly PathRound[];
		readonly earliest: number;
		readonly others: readonly OtherPath[];
	},
): DutyList {
	const own = document.candidates.map((measure) => beginNotBefore(measure, options.earliest));
	const standings = findStandingsWith(document, own, options.rounds);
	const lent = options.others.flatMap(({ name, ...other }) =>
		listCarriedOn(other)
			.filter((measure) => canBeLent(measure, document.scenario))
			.map((measure) => ({ ...measure, id: `${name} ${measure.id}`, initiative: null, relations: [] }))
			.map((measure) => ({ measure: beginNotBefore(measure, options.earliest), from: name, standing: null })),
	);
	const findStanding = ({ id }: Measure) => standings.find(({ measure }) => measure === id) ?? null;
	const candidates = [...own.map((measure) => ({ measure, from: null, standing: findStanding(measure) })), ...lent];
	const measures = candidates.map(({ measure }) => measure);
	const replacements = listReplacements(document.scenario, measures, { year: options.year, whatIf: listWhatIfs(standings) });
	return { replacements, candidates };
}

/** The measures of a path that its follow-up has neither given up nor put on hold; all of them before the first round. */
function listCarriedOn({ document, rounds }: Omit<OtherPath, 'name'>): readonly Measure[] {
	const followed = followRounds(document, rounds);
	const standings = findStandings(followed, rounds)?.standings ?? [];
	const givenUp = new Set(standings.filter(isGivenUp).map(({ measure }) => measure));
	return followed.scenario.measures.filter(({ id }) => !givenUp.has(id));
}

/** How all measures would stand if the candidates were taken in after the newest round; none before the first. */
function findStandingsWith(document: PathDocument, candidates: readonly Measure[], rounds: readonly PathRound[]): readonly PathStanding[] {
	const { scenario, takenIn } = document;
	const added = candidates.filter(({ id }) => !scenario.measures.some((each) => each.id === id));
	const since = rounds[0]?.round.year ?? scenario.firstYear;
	const taken = {
		...document,
		scenario: { ...scenario, measures: [...scenario.measures, ...added] },
		takenIn: { ...takenIn, ...Object.fromEntries(added.map(({ id }) => [id, since])) },
	};
	return findStandings(taken, rounds)?.standings ?? [];
}

// What a measure is to others of its own plan does not travel with it: outside the account, in the baseline or inside another it saves
// nothing of its own there, and one that requires another is nothing without it.
const homebound: readonly MeasureRelation['kind'][] = ['outside the account', 'in the baseline', 'counted inside', 'requires'];

/** Tonnes belong to the place they were worked out for; shares fit where there is such a sector, of what stands on its own. */
function canBeLent({ effects, relations }: Measure, { cells }: Scenario): boolean {
	if (relations.some(({ kind }) => homebound.includes(kind))) return false;
	const sectors = new Set(cells.map(({ sector }) => sector));
	return (
		effects.length > 0 &&
		effects.every((effect) => {
			if (!('share' in effect) || effect.kind === 'move') return false;
			const named = 'sector' in effect ? [effect.sector] : effect.sectors;
			return effect.carriers === 'all' && (named === 'all' || named.every((sector) => sectors.has(sector)));
		})
	);
}

/** The measure with its dates moved where it would begin before it can. */
export function beginNotBefore(measure: Measure, earliest: number): Measure {
	return measure.timing.start >= earliest ? measure : { ...measure, timing: moveStart(measure.timing, earliest) };
}
