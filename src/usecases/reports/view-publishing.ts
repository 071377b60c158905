import type { LackingAnswers } from '#domain/followup/lacking-answers.ts';
import type { RoundNumbers } from '#domain/followup/round-numbers.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { RoundMeeting } from '#domain/followup/round-stage.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { hashFrozenRound } from '#reports/frozen-round.ts';
import { listForms, nameForm } from '#reports/report-form.ts';
import { writeStatusReport, type StatusReport } from '#reports/status-report.ts';
import { thawRound } from '#reports/thaw-round.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import type { PublishedReport } from '#storage/status-reports.ts';
import type { Context } from '../context.ts';
import { readPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { readBoard } from '../round/view-board.ts';
import type { PlanEventView } from '../round/views.ts';
import { listVersions, readFrozenRound } from './frozen-rounds.ts';
import { makeRoundContent } from './round-content.ts';

/** The page on which a round is published, and later corrected. */
export type PublishingView = {
	readonly municipality: MunicipalityProfile;
	readonly year: number;
	/** Null for a round that came whole from a document. */
	readonly run: RoundRun | null;
	/** False while the round is run here and has not been presented. */
	readonly mayPublish: boolean;
	/** What would be frozen, or what the newest version has frozen. */
	readonly report: StatusReport;
	readonly sha256: string;
	/** Names of the files that are made: "pdf landscape da". */
	readonly files: readonly string[];
	/** Published versions, newest first; none before the first. */
	readonly versions: readonly PublishedReport[];
	/** What the newest version says, to be corrected; else what would be published. */
	readonly lines: readonly AssessedInitiative[];
	/** Why colours are other than the guide's, by initiative. */
	readonly colourReasons: ReadonlyMap<string, string>;
	/** True where another colour than the guide's needs a reason: in a round that is run here by a guide. */
	readonly needsReasons: boolean;
	/** What of a round that is run here and not published is answered and accepted; null for any other. */
	readonly numbers: RoundNumbers | null;
	/** Which answers in the same are not what the round asks for. */
	readonly lacking: LackingAnswers | null;
	/** What happened to the plan's lines in the same; none for any other. */
	readonly planEvents: readonly PlanEventView[];
	readonly statusDate: string | null;
	/** True when the report describes a day that has not come yet. */
	readonly isAhead: boolean;
	readonly meeting: RoundMeeting | null;
	/** True once the plan has a later round: then this one keeps the plan's own words, and a correction cannot take newer ones. */
	readonly keepsPlan: boolean;
};

/**
 * What publishing a round would freeze, or what it has frozen.
 * @throws DomainError not-found `round.unknown`
 */
export async function viewPublishing(
	context: Context,
	input: { readonly municipality: string; readonly year: number; readonly locale: 'da' | 'en' },
): Promise<PublishingView> {
	const { code } = await requireMay(context, 'report.publish', input.municipality);
	const { year, locale } = input;
	return context.database.read(code, async (tx) => {
		const record = await readPlanRecord(tx, { publicOnly: false });
		const { stored, municipality } = record;
		const versions = stored ? listVersions(stored, year) : [];
		const frozen = versions[0] ? await readFrozenRound(tx, versions[0]) : await makeRoundContent(tx, record, year, { version: 1 });
		if (!stored || !frozen) throw new DomainError('not-found', 'round.unknown', { municipality: municipality.name, year });
		const run = (await findRoundRun(tx, stored.row.id, year)) ?? null;
		const board = run !== null && versions.length === 0 ? (await readBoard(tx, context, year)).board : null;
		return {
			municipality,
			year,
			run,
			mayPublish: versions.length === 0 && (run === null || run.stage === 'presented'),
			report: writeStatusReport(frozen, locale),
			sha256: hashFrozenRound(frozen),
			files: listForms(frozen).flatMap((form) => nameForm(form) ?? []),
			versions,
			lines: thawRound(frozen).followUp.lines,
			colourReasons: new Map(frozen.lines.flatMap((line) => (line.colourReason ? [[line.initiative.id, line.colourReason]] : []))),
			needsReasons: run !== null && run.legend !== null,
			numbers: board?.numbers ?? null,
			lacking: board?.lacking ?? null,
			planEvents: board?.events ?? [],
			statusDate: frozen.round.statusDate,
			isAhead: (frozen.round.statusDate ?? '') > getDanishDay(context.now()).day,
			meeting: frozen.meeting ?? null,
			keepsPlan: stored.kept.has(year),
		};
	});
}
