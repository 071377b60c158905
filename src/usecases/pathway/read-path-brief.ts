import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import type { Measure } from '#domain/pathway/model.ts';
import { hasIllustrativeTonnes } from '#domain/followup/illustrative.ts';
import { findStandings, followRounds } from '#domain/followup/path-as-it-stands.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { findPathGap, findShownYear, type GapStanding, type InitiativeGap, type PathGap } from '#domain/followup/path-gap.ts';
import { tellOffered } from '#domain/followup/tell-offered.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { findPlanScenario } from '#storage/scenarios.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { PlanRecord } from '../plan/plan-record.ts';
import { listPublicRounds } from './public-rounds.ts';

/** What other pages say of a municipality's path. */
export type PathBrief = {
	readonly document: PathDocument;
	/** Year of the newest published round; null before the first. */
	readonly round: number | null;
	/** The year the figures are of. */
	readonly year: number;
	readonly gap: PathGap;
	readonly target: { readonly year: number; readonly decided: number | null; readonly standing: number | null } | null;
};

/** What one measure of an initiative saves. */
export type MeasureBrief = {
	readonly measure: Measure;
	/** Tonnes in the order the measures are counted in. */
	readonly decided: number | null;
	readonly standing: number | null;
	readonly how: GapStanding | null;
	/** Whether its tonnes rest on anything that no document states. */
	readonly isIllustrative: boolean;
};

/** What an initiative does in tonnes, and what it does less than decided. */
export type InitiativeInTonnes = {
	readonly year: number;
	readonly measures: readonly MeasureBrief[];
	readonly gap: InitiativeGap | null;
};

/** The path of the plan in brief; undefined when there is none. Of the municipality's own rows alone, so that pages may be remembered. */
export async function readPathBrief(tx: ReadTx, record: PlanRecord): Promise<PathBrief | undefined> {
	const stored = await findPlanScenario(tx);
	if (!stored) return undefined;
	const rounds = listPublicRounds(record);
	const document = followRounds(stored.document, rounds);
	const found = findStandings(document, rounds);
	const set = found ?? { year: document.scenario.firstYear, standings: [] };
	const held = findPathGap(compileScenario(document.scenario), set);
	const { target, year } = findShownYear(held.decided, found?.year ?? null);
	const gap = tellOffered(document, held, year);
	const standing = gap.standing.targets.find(({ id }) => id === target?.id)?.shortfall ?? null;
	return {
		document,
		round: found?.year ?? null,
		year,
		gap,
		target: target ? { year: target.year, decided: target.shortfall, standing: found ? standing : null } : null,
	};
}

/** The measures of one initiative with what they save in the year of the brief; null when it has none. */
export function findInitiativeInTonnes(brief: PathBrief, number: string): InitiativeInTonnes | null {
	const measures = listMeasuresOf(brief, number);
	const gap = brief.gap.initiatives.find(({ initiative }) => initiative !== null && getNumberKey(initiative) === getNumberKey(number));
	return measures.length === 0 ? null : { year: brief.year, measures, gap: gap ?? null };
}

function listMeasuresOf({ document, gap, year }: PathBrief, initiative: string): MeasureBrief[] {
	const at = gap.decided.years.indexOf(year);
	const read = (side: 'decided' | 'standing', id: string) =>
		gap[side].measures.find(({ measure }) => measure === id)?.effects['in order']?.[at] ?? null;
	return document.scenario.measures
		.filter((measure) => measure.initiative !== null && getNumberKey(measure.initiative) === getNumberKey(initiative))
		.map((measure) => ({
			measure,
			decided: read('decided', measure.id),
			standing: read('standing', measure.id),
			how: gap.standings.find((each) => each.measure === measure.id) ?? null,
			isIllustrative: hasIllustrativeTonnes(measure, document),
		}));
}
