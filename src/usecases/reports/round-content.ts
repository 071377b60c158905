import { compareRounds } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import { checkPlan } from '#domain/followup/plan-check/check-plan.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { isPresented, type RoundMeeting } from '#domain/followup/round-stage.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import { freezeRound, type LineFacts } from '#reports/freeze-round.ts';
import type { Correction, FrozenRound } from '#reports/frozen-round.ts';
import { thawRound } from '#reports/thaw-round.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listUnits } from '#storage/organisation-units.ts';
import { listAnswers } from '#storage/answers.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import { listRoundSteps } from '#storage/round-steps.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { listOpenFindings } from '../followup/find-findings.ts';
import { findFollowUp, getTags, listEarlier, type PlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { makeFigures, type RoundFigures } from './round-figures.ts';
import { listVersions, readFrozenRound } from './frozen-rounds.ts';

export type ContentOptions = {
	readonly version: number | null;
	readonly correction?: Correction | null;
	/** The follow-up to freeze where it is not what is stored: with the corrections that are about to be made. */
	readonly followUp?: FollowUp;
	/** The green account and the path's document where they are not what is stored: as a report has published them. */
	readonly figures?: RoundFigures;
	/** The meeting it was presented at where it is not the one that is stored. */
	readonly meeting?: RoundMeeting | null;
	/** Why colours are other than the guide's, by initiative, where it is not what is stored. */
	readonly colourReasons?: ReadonlyMap<string, string | null>;
	/** Tags and units where they are not what is stored: as a report has published them. */
	readonly facts?: ReadonlyMap<string, Pick<LineFacts, 'tags' | 'unit'>>;
	/** What the plan check found where it is not what it finds now. */
	readonly findings?: readonly Finding[];
	/** The round to compare with where it is not the stored one before: as it was when a report was published. */
	readonly earlier?: EarlierRound | null;
};

/** A round that is compared with; `sha256` is null where its report was not published. */
export type EarlierRound = { readonly followUp: FollowUp; readonly sha256: string | null };

/** What a round's report says as things stand; undefined when the plan has no round of that year. */
export async function makeRoundContent(
	tx: ReadTx,
	record: PlanRecord,
	year: number,
	{ version, correction = null, followUp: given, ...options }: ContentOptions,
): Promise<FrozenRound | undefined> {
	const { stored } = record;
	const followUp = given ?? findFollowUp(record, year);
	if (!stored || !followUp) return undefined;
	const planId = stored.row.id;
	const earlier = options.earlier === undefined ? await findEarlier(tx, record, year) : options.earlier;
	const run = await findRoundRun(tx, planId, year);
	return freezeRound({
		followUp,
		comparison: earlier && compareRounds(earlier.followUp, followUp),
		earlierSha256: earlier?.sha256 ?? null,
		findings: options.findings ?? (given ? findOpen(record, given) : listOpenFindings(record, year)),
		facts: await readFacts(tx, stored, year, options),
		...(await makeFigures(tx, record, followUp, options.figures)),
		events: await listPlanEvents(tx, planId),
		isRun: run !== undefined,
		meeting: options.meeting === undefined ? await findMeeting(tx, run) : options.meeting,
		version,
		correction,
	});
}

/** The round before that everybody may see: as it was published, or else as it is stored. */
async function findEarlier(tx: ReadTx, record: PlanRecord, year: number): Promise<EarlierRound | null> {
	const before = record.stored?.rounds.find(({ round, isPublic }) => round.year < year && isPublic)?.round;
	const earlier = before && findFollowUp(record, before.year);
	if (!earlier || !record.stored) return null;
	const [published] = listVersions(record.stored, earlier.round.year);
	if (!published) return { followUp: earlier, sha256: null };
	return { followUp: thawRound(await readFrozenRound(tx, published)).followUp, sha256: published.sha256 };
}

/** What the plan check finds in a follow-up that is not stored, without what a person has called no problem. */
function findOpen(record: PlanRecord, followUp: FollowUp): Finding[] {
	const dismissed = new Set(record.stored?.dismissals.map(({ key }) => key));
	return checkPlan(followUp, listEarlier(record, followUp.round.year)).filter(({ key }) => !dismissed.has(key));
}

/** The meeting it was presented at last. */
async function findMeeting(tx: ReadTx, run: RoundRun | undefined): Promise<RoundMeeting | null> {
	if (!run || !isPresented(run)) return null;
	const { planId, year } = run;
	return (await listRoundSteps(tx, planId, year)).findLast(({ to }) => to === 'presented')?.meeting ?? null;
}

async function readFacts(
	tx: ReadTx,
	stored: StoredPlan,
	year: number,
	{ colourReasons = new Map(), facts: given }: Pick<ContentOptions, 'colourReasons' | 'facts'>,
): Promise<Map<string, LineFacts>> {
	const { row, initiatives } = stored;
	const tags = getTags(stored, year);
	const unitIds = await listUnitsOfInitiatives(tx, row.id);
	const names = new Map((await listUnits(tx)).map(({ id, name }) => [id, name]));
	const answers = await listAnswers(tx, row.id, year);
	return new Map(
		initiatives.map(({ id }) => {
			const colourReason = colourReasons.has(id) ? (colourReasons.get(id) ?? null) : (answers.get(id)?.colourReason ?? null);
			const { tags: own, unit } = given?.get(id) ?? { tags: tags.get(id) ?? [], unit: names.get(unitIds.get(id) ?? '') ?? null };
			return [id, { tags: own, unit, colourReason }];
		}),
	);
}
