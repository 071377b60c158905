import type { StatusRound } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { ReportPart } from '#domain/followup/report-part.ts';
import type { FrozenRound } from '#reports/frozen-round.ts';
import { listParts, pickPart, type PartChoice } from '#reports/report-part.ts';
import { writeStatusReport, type StatusReport } from '#reports/status-report.ts';
import { thawRound, type ThawedRound } from '#reports/thaw-round.ts';
import type { PublishedReport } from '#storage/status-reports.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { findNewestPublic, getPlanRecord, type PlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { listVersions, readFrozenRound } from '../reports/frozen-rounds.ts';
import { makeRoundContent } from '../reports/round-content.ts';
import { requireMay } from '../require-may.ts';

export type ViewRoundInput = {
	readonly municipality: string;
	readonly year: number;
	/** Danish unless said. */
	readonly locale?: 'da' | 'en';
	/** A published version; the newest when left out. */
	readonly version?: number;
	/** Limits the report to one committee, section, unit, UN goal or theme. */
	readonly part?: ReportPart;
};

/** A published version, as pages tell of it. */
export type VersionView = Pick<PublishedReport, 'version' | 'sha256' | 'at' | 'reason'>;

export type RoundView = ThawedRound & {
	readonly municipality: MunicipalityProfile;
	/** All rounds of the plan, newest first. */
	readonly rounds: readonly StatusRound[];
	/** Whether pages that are asked for no year show this round. */
	readonly isDefault: boolean;
	/** When anything the report shows was last changed, or when it was published. */
	readonly changedAt: Date;
	/** The report in words, as every format sets it out. */
	readonly report: StatusReport;
	/** What the report is written of: frozen when the round is published, else made of what is stored now. */
	readonly content: FrozenRound;
	/** SHA-256 of the whole report's content, the same in every language. */
	readonly hash: string;
	/** Whether anybody may see the round. */
	readonly isPublic: boolean;
	/** The version shown; null while the round is not published. */
	readonly published: PublishedReport | null;
	/** All published versions, newest first. */
	readonly versions: readonly VersionView[];
	/** What the report can be limited to. */
	readonly parts: readonly PartChoice[];
};

/**
 * One round as its report shows it: the frozen one when it is published, else what is stored now.
 * @throws DomainError not-found `round.unknown`, `report.version-unknown`, `report.part-unknown`
 */
export async function viewRound(context: Context, input: ViewRoundInput): Promise<RoundView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const record = await getPlanRecord(context, at);
	const { municipality, stored } = record;
	const round = stored?.rounds.find((each) => each.round.year === input.year);
	if (!stored || !round) throw new DomainError('not-found', 'round.unknown', { municipality: municipality.name, year: input.year });
	const versions = listVersions(stored, input.year);
	const published = findVersion(versions, input);
	const whole = await context.database.read(at.code, (tx) => readContent(tx, record, input.year, published));
	const content = input.part ? pickPart(whole, input.part) : whole;
	const report = writeStatusReport(content, input.locale ?? 'da');
	return {
		...thawRound(content),
		municipality,
		rounds: stored.rounds.map((each) => each.round),
		isDefault: findNewestPublic(stored)?.year === input.year,
		changedAt: published?.at ?? getLastChange(stored, input.year),
		report,
		content,
		hash: report.hash,
		isPublic: stored.row.isPublic && round.isPublic,
		published,
		versions,
		parts: listParts(whole),
	};
}

function findVersion(versions: readonly PublishedReport[], { version, year }: ViewRoundInput): PublishedReport | null {
	if (version === undefined) return versions[0] ?? null;
	const found = versions.find((each) => each.version === version);
	if (!found) throw new DomainError('not-found', 'report.version-unknown', { version, year });
	return found;
}

async function readContent(tx: ReadTx, record: PlanRecord, year: number, published: PublishedReport | null): Promise<FrozenRound> {
	if (published) return readFrozenRound(tx, published);
	const content = await makeRoundContent(tx, record, year, { version: null });
	if (!content) throw new Error('a round just found cannot be read');
	return content;
}

function getLastChange(stored: StoredPlan, year: number): Date {
	const assessments = [...(stored.assessments.get(year)?.values() ?? [])];
	const rounds = stored.rounds.filter(({ round }) => round.year === year);
	const times = [stored.row, ...rounds, ...assessments, ...stored.initiatives].map(({ changedAt }) => changedAt.getTime());
	return new Date(times.reduce((last, time) => Math.max(last, time), 0));
}
