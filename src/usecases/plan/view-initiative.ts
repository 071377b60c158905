import type { Assessment } from '#domain/followup/assessment.ts';
import type { Finding } from '#domain/followup/finding.ts';
import { getNumberKey } from '#domain/followup/import-proposal.ts';
import { legendColour, type FulfilmentRule, type Legend, type LegendAnswer } from '#domain/followup/legend.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import type { Initiative, RelationKind } from '#domain/plan/initiative.ts';
import type { MunicipalityProfile, Plan, Section } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listChangesOfInitiative } from '#storage/changes.ts';
import type { SourceCell } from '#domain/shared/source-cell.ts';
import type { Context } from '../context.ts';
import { listOpenFindings } from '../followup/find-findings.ts';
import { requireMay } from '../require-may.ts';
import { toChangeEntry, type ChangeEntry } from './change-entry.ts';
import { findShownRound, getLines, getPlan, getPlanRecord, type StoredPlan } from './plan-record.ts';

/** An initiative named by another one; `title` is null when the number does not exist. */
export type RelatedInitiative = { readonly kind: RelationKind; readonly number: string | null; readonly title: string | null };

export type InitiativeView = {
	readonly municipality: MunicipalityProfile;
	readonly planTitle: string;
	readonly legend: Legend | null;
	readonly initiative: Initiative;
	readonly section: Section | null;
	/** The round shown (the latest unless a year was asked for) and the assessment in it. */
	readonly round: StatusRound | null;
	readonly assessment: Assessment | null;
	/** What the reading guide says of its priority and state; null without a guide. */
	readonly legendAnswer: LegendAnswer | null;
	/** The guide's line for its colour of fulfilment; null when there is none. */
	readonly fulfilmentRule: FulfilmentRule | null;
	/** Every round in which it was assessed, oldest first. */
	readonly history: readonly { readonly round: StatusRound; readonly assessment: Assessment }[];
	readonly relations: { readonly names: readonly RelatedInitiative[]; readonly namedBy: readonly RelatedInitiative[] };
	/** Open findings about it. */
	readonly findings: readonly Finding[];
	/** Who changed what when, newest first. */
	readonly changes: readonly ChangeEntry[];
	/** Neighbours in the plan's order. */
	readonly previous: { readonly number: string; readonly title: string } | null;
	readonly next: { readonly number: string; readonly title: string } | null;
	/** Where the document says it: of the round's assessment, else of the plan's line; null when typed on the site. */
	readonly source: SourceCell | null;
};

/** Everything about one initiative, by its number as printed ("20a"; case does not matter). Throws not-found `initiative.unknown`. */
export async function viewInitiative(
	context: Context,
	input: { readonly municipality: string; readonly number: string; readonly year?: number },
): Promise<InitiativeView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const record = await getPlanRecord(context, at);
	const { municipality, stored } = record;
	const round = findShownRound(record, input.year);
	const plan = stored && getPlan(municipality.code, stored, round?.year ?? null);
	const index = plan?.initiatives.findIndex((each) => getNumberKey(each.number) === getNumberKey(input.number)) ?? -1;
	const line = stored && plan ? getLines(stored, plan, round?.year ?? null)[index] : undefined;
	if (!stored || !plan || !line) {
		throw new DomainError('not-found', 'initiative.unknown', { municipality: municipality.name, number: input.number.slice(0, 40) });
	}
	const { initiative, assessment } = line;
	const changes = await context.database.read(at.code, (tx) => listChangesOfInitiative(tx, plan.id, initiative.id));
	const isAbout = ({ number, others }: Finding) => [number, ...others].includes(initiative.number);
	return {
		municipality,
		planTitle: plan.title,
		legend: stored.legend,
		initiative,
		section: plan.sections.find((section) => section.id === initiative.sectionId) ?? null,
		round,
		assessment,
		legendAnswer: stored.legend && legendColour(stored.legend, initiative.priority, assessment?.state ?? null),
		fulfilmentRule: stored.legend?.fulfilment.find((rule) => rule.colour === assessment?.fulfilment) ?? null,
		history: listHistory(stored, initiative.id),
		relations: listRelations(plan, initiative),
		findings: listOpenFindings(record, round?.year ?? null).filter(isAbout),
		changes: changes.map((change) => toChangeEntry(change, stored.sections)),
		previous: plan.initiatives[index - 1] ?? null,
		next: plan.initiatives[index + 1] ?? null,
		source: assessment?.source ?? stored.initiatives.find((each) => each.id === initiative.id)?.content.source ?? null,
	};
}

function listHistory(stored: StoredPlan, id: string): InitiativeView['history'] {
	return stored.rounds.toReversed().flatMap(({ round }) => {
		const assessment = stored.assessments.get(round.year)?.get(id)?.assessment;
		return assessment ? [{ round, assessment }] : [];
	});
}

function listRelations(plan: Plan, { id, number, relations }: Initiative): InitiativeView['relations'] {
	const byNumber = new Map(plan.initiatives.map((each) => [getNumberKey(each.number), each]));
	const names = relations.map(({ kind, targetNumber }): RelatedInitiative => {
		const target = targetNumber === null ? undefined : byNumber.get(getNumberKey(targetNumber));
		return { kind, number: target?.number ?? targetNumber, title: target?.title ?? null };
	});
	const namedBy = plan.initiatives
		.filter((each) => each.id !== id)
		.flatMap((each) =>
			each.relations
				.filter(({ targetNumber }) => targetNumber !== null && getNumberKey(targetNumber) === getNumberKey(number))
				.map(({ kind }): RelatedInitiative => ({ kind, number: each.number, title: each.title })),
		);
	return { names, namedBy };
}
