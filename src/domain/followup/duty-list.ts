import { listReplacements, type ReplacementList } from '../pathway/list-replacements.ts';
import type { Measure, Scenario } from '../pathway/model.ts';
import { moveStart } from '../pathway/timing.ts';
import { listWhatIfs, type StandingSet } from './path-as-it-stands.ts';
import type { PathDocument } from './path-document.ts';

/** A measure that could replace what falls away, and where it comes from: null for the plan itself, else a municipality's name. */
export type DutyCandidate = { readonly measure: Measure; readonly from: string | null };

/** What is to be replaced (Danish: skal erstattes), and what could do it. */
export type DutyList = {
	readonly replacements: ReplacementList;
	readonly candidates: readonly DutyCandidate[];
};

/**
 * Lists what could close the shortfall of a year. Candidates are those the plan keeps ready, and measures of others that are stated as
 * shares and therefore fit a municipality of any size; none can begin before `earliest`.
 */
export function makeDutyList(
	document: PathDocument,
	{ standings }: Pick<StandingSet, 'standings'>,
	options: {
		readonly year: number;
		readonly earliest: number;
		readonly others: readonly { readonly name: string; readonly scenario: Scenario }[];
	},
): DutyList {
	const own = document.candidates.map((measure) => ({ measure, from: null }));
	const lent = options.others.flatMap(({ name, scenario }) =>
		scenario.measures
			.filter((measure) => canBeLent(measure, document.scenario))
			.map((measure) => ({ measure: { ...measure, id: `${name} ${measure.id}`, initiative: null, relations: [] }, from: name })),
	);
	const candidates = [...own, ...lent].map((each) => ({ ...each, measure: beginNotBefore(each.measure, options.earliest) }));
	const measures = candidates.map(({ measure }) => measure);
	const replacements = listReplacements(document.scenario, measures, { year: options.year, whatIf: listWhatIfs(standings) });
	return { replacements, candidates };
}

/** Tonnes belong to the place they were worked out for; shares fit where there is such a sector. */
function canBeLent({ effects }: Measure, { cells }: Scenario): boolean {
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
