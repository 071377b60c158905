import type { AccountFigure } from '#domain/account/account-figure.ts';
import { compareRounds, type RoundComparison } from '#domain/followup/compare-rounds.ts';
import { countColours, countColoursBy, type ColourCounts, type GroupCounts } from '#domain/followup/counts.ts';
import { getDimensionValue } from '#domain/followup/dimension.ts';
import type { Finding, Severity } from '#domain/followup/finding.ts';
import type { AssessedInitiative, StatusRound } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile, Plan, Section } from '#domain/plan/plan.ts';
import type { PublishedReport } from '#storage/status-reports.ts';
import type { Context } from '../context.ts';
import { countSeverities, listOpenFindings } from '../followup/find-findings.ts';
import { readPathBrief, type PathBrief } from '../pathway/read-path-brief.ts';
import { requireMay } from '../require-may.ts';
import { findFollowUp, findNewestPublic, getLines, getPlan, getPlanRecord, listEarlier, type PlanRecord } from './plan-record.ts';

/** One section or sector with its colours. `underWay` counts states "in progress" and "partly in progress". */
export type GroupSummary = GroupCounts & { readonly title: string | null; readonly underWay: number };

/** The page "Hvor står vi?". A municipality without a plan has `plan: null` and empty lists. */
export type MunicipalityView = {
	readonly municipality: MunicipalityProfile;
	readonly plan: Plan | null;
	/** Latest round; null before the first follow-up. */
	readonly round: StatusRound | null;
	/** All rounds that everybody may see, newest first. */
	readonly rounds: readonly StatusRound[];
	/** Published versions of their reports, newest year and version first. */
	readonly reports: readonly PublishedReport[];
	readonly total: number;
	readonly counts: ColourCounts;
	readonly sections: readonly (GroupSummary & { readonly section: Section | null })[];
	readonly sectors: readonly GroupSummary[];
	/** Against the round before; null in the first year. */
	readonly comparison: RoundComparison | null;
	/** Red in progress or fulfilment. */
	readonly behind: readonly AssessedInitiative[];
	/** Open findings of the plan check (dismissed ones are left out), worst first. */
	readonly findings: readonly Finding[];
	readonly findingCounts: Readonly<Record<Severity, number>>;
	readonly account: readonly AccountFigure[];
	/** Where the plan stands in tonnes; null when nobody has put figures to it. */
	readonly path: PathBrief | null;
	/** When anything of this municipality was last changed. */
	readonly changedAt: Date;
	/** When the round shown was published or corrected last; one that was never published here may have changed with anything of the plan. */
	readonly roundChangedAt: Date;
};

/** Everything that the municipality's first page says, by code ("0340") or slug ("soroe"). */
export async function viewMunicipality(context: Context, input: { readonly municipality: string }): Promise<MunicipalityView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const record = await getPlanRecord(context, at);
	const path = await context.database.read(at.code, (tx) => readPathBrief(tx, record));
	return { ...makeView(record), path: path ?? null };
}

function makeView(record: PlanRecord): Omit<MunicipalityView, 'path'> {
	const { municipality, stored, account, changedAt } = record;
	const round = stored && findNewestPublic(stored);
	const plan = stored && getPlan(municipality.code, stored, round?.year ?? null);
	const lines = stored && plan ? getLines(stored, plan, round?.year ?? null) : [];
	const findings = listOpenFindings(record, round?.year ?? null);
	return {
		municipality,
		plan,
		round,
		rounds: stored?.rounds.filter(({ isPublic }) => isPublic).map((each) => each.round) ?? [],
		reports: stored?.reports ?? [],
		total: lines.length,
		counts: countColours(lines),
		sections: listSections(lines, plan?.sections ?? []),
		sectors: countColoursBy(lines, 'sector').map((group) => ({
			...group,
			title: group.value,
			underWay: countUnderWay(lines, 'sector', group.value),
		})),
		comparison: round && compareWithPrevious(record, round.year),
		behind: lines.filter(({ assessment }) => assessment?.progress === 'red' || assessment?.fulfilment === 'red'),
		findings,
		findingCounts: countSeverities(findings),
		account,
		changedAt,
		// Newest year and version first.
		roundChangedAt: stored?.reports.find(({ year }) => year === round?.year)?.at ?? changedAt,
	};
}

function listSections(lines: readonly AssessedInitiative[], sections: readonly Section[]): MunicipalityView['sections'] {
	const known = new Map(sections.map((section) => [section.id, section]));
	return countColoursBy(lines, 'section').map((group) => {
		const section = (group.value === null ? undefined : known.get(group.value)) ?? null;
		return { ...group, section, title: section?.title ?? null, underWay: countUnderWay(lines, 'section', group.value) };
	});
}

function countUnderWay(lines: readonly AssessedInitiative[], dimension: 'section' | 'sector', value: string | null): number {
	const isUnderWay = ({ assessment }: AssessedInitiative) =>
		assessment?.state === 'in progress' || assessment?.state === 'partly in progress';
	return lines.filter((line) => getDimensionValue(line, dimension) === value && isUnderWay(line)).length;
}

/** The round of a year against the one before it; null in the first. */
export function compareWithPrevious(record: PlanRecord, year: number): RoundComparison | null {
	const later = findFollowUp(record, year);
	const earlier = listEarlier(record, year)[0];
	return later && earlier ? compareRounds(earlier, later) : null;
}
