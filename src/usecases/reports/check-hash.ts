import { DomainError } from '#domain/shared/domain-error.ts';
import { hashContent } from '#reports/canonical-json.ts';
import { findReportsByHash, type HashMatch, type PublishedReport } from '#storage/status-reports.ts';
import type { ReportPart } from '#domain/followup/report-part.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';
import { getPlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';

export type CheckHashInput = {
	readonly municipality: string;
	/** A SHA-256 as somebody pasted it, or its beginning as pages print it (12 characters or more): spaces and case do not matter. */
	readonly hash?: string;
	/** A file, read in memory only and forgotten. */
	readonly file?: { readonly fileName: string; readonly bytes: Uint8Array };
};

/** A published version that has the hash. */
export type CheckedReport = Pick<PublishedReport, 'year' | 'version' | 'at' | 'reason' | 'sha256'> & {
	/** Which of its files: "pdf landscape da", `data` for the JSON; null when the hash is that of the content and was pasted. */
	readonly file: string | null;
	/** The part of the report that the file is of; null for the whole. */
	readonly part: ReportPart | null;
	/** The newest version of the same report; the same number when this is it. */
	readonly newest: number;
};

export type HashCheck = {
	readonly municipality: MunicipalityProfile;
	/** What was asked about; null when nothing was. */
	readonly asked: { readonly hash: string; readonly fileName: string | null } | null;
	/** Oldest first; none when the hash belongs to no published report. */
	readonly reports: readonly CheckedReport[];
	/** The number that was given beside a file; null where only one of them was. */
	readonly beside: CheckedNumber | null;
};

/** A number beside the file it should be the number of. */
export type CheckedNumber = {
	readonly hash: string;
	/** The reports that the number is of, whatever the file is. */
	readonly reports: readonly CheckedReport[];
	/** True when the file has the number: as its own, or as that of the report it was made from. */
	readonly isOfFile: boolean;
};

/** The largest report is a few megabytes. */
export const largestCheckedFile = 10_000_000;

/**
 * Which published report, and which version of it, a hash or a file is; where both are given also whether they belong together.
 * Nothing is stored.
 * @throws DomainError invalid `report.hash-form`, `report.file-too-large`
 */
export async function checkHash(context: Context, { municipality, hash, file }: CheckHashInput): Promise<HashCheck> {
	const at = await requireMay(context, 'plan.read', municipality);
	const record = await getPlanRecord(context, at);
	const profile = record.municipality;
	if (hash === undefined && !file) return { municipality: profile, asked: null, reports: [], beside: null };
	const number = hash === undefined ? null : readHash(hash);
	const asked = { hash: file ? hashFile(file.bytes) : (number ?? ''), fileName: file?.fileName.slice(0, 200) ?? null };
	const { stored } = record;
	return context.database.read(at.code, async (tx) => {
		const find = async (sought: string, isFile: boolean) =>
			stored ? (await findReportsByHash(tx, sought)).flatMap((match) => describe(stored, match, isFile)) : [];
		const reports = await find(asked.hash, file !== undefined);
		if (!file || number === null) return { municipality: profile, asked, reports, beside: null };
		const isOfFile = [asked.hash, ...reports.map(({ sha256 }) => sha256)].some((own) => own.startsWith(number));
		return { municipality: profile, asked, reports, beside: { hash: number, reports: await find(number, false), isOfFile } };
	});
}

function hashFile(bytes: Uint8Array): string {
	if (bytes.byteLength > largestCheckedFile) throw new DomainError('invalid', 'report.file-too-large', { limit: largestCheckedFile / 1e6 });
	return hashContent(bytes);
}

function readHash(text: string): string {
	const hash = text
		.replace(/[\s…]+/g, '')
		// As it stands at the foot of a page, in both languages.
		.replace(/^(?:indhold(?:ets)?|content)?(?:sha-?256)?(?:er|is)?:?/i, '')
		.toLowerCase();
	if (!/^[0-9a-f]{12,64}$/.test(hash)) throw new DomainError('invalid', 'report.hash-form');
	return hash;
}

// Read as the actor sees the plan: a report that the actor may not see is none.
function describe(stored: StoredPlan, match: HashMatch, isFile: boolean): CheckedReport[] {
	const versions = stored.reports.filter((report) => report.planId === match.planId && report.year === match.year);
	const report = versions.find(({ version }) => version === match.version);
	if (!report) return [];
	const { year, version, at, reason, sha256 } = report;
	const file = match.file ?? (isFile ? 'data' : null);
	return [{ year, version, at, reason, sha256, file, part: match.part, newest: versions[0]?.version ?? version }];
}
