import { and, asc, desc, eq, like, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ReportPart } from '#domain/followup/report-part.ts';
import { reportFile, reportPartFile, statusReport } from './schema/published.ts';
import type { DraftTx, ReadTx, WriteTx } from './transactions.ts';

/** Which version of which round's report. */
export type ReportKey = { readonly planId: string; readonly year: number; readonly version: number };

/** A published report without its content. */
export type PublishedReport = ReportKey & {
	readonly sha256: string;
	readonly layoutVersion: number;
	/** Id of the person who published it. */
	readonly who: string;
	readonly at: Date;
	/** Why it was corrected; null for the first version. */
	readonly reason: string | null;
	/** In what it differs from the version before; null for the first. */
	readonly differences: unknown;
};

/** One of the files made when a report was published. `name` says format, layout and language: "pdf landscape da". */
export type ReportFile = { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string };

const heads = {
	planId: statusReport.planId,
	year: statusReport.year,
	version: statusReport.version,
	sha256: statusReport.sha256,
	layoutVersion: statusReport.layoutVersion,
	who: statusReport.who,
	at: statusReport.at,
	reason: statusReport.reason,
	differences: statusReport.differences,
};

/** All published versions of a plan's reports, newest year and version first. */
export async function listStatusReports(tx: ReadTx, planId: string): Promise<PublishedReport[]> {
	return tx.db
		.select(heads)
		.from(statusReport)
		.where(and(eq(statusReport.municipalityCode, tx.tenant), eq(statusReport.planId, planId)))
		.orderBy(desc(statusReport.year), desc(statusReport.version));
}

/** The canonical JSON of a published report; undefined when there is no such version. */
export async function findReportContent(tx: ReadTx, key: ReportKey): Promise<string | undefined> {
	const rows = await tx.db.select({ content: statusReport.content }).from(statusReport).where(isReport(tx, key));
	return rows[0]?.content;
}

/** A file as it was made when the report was published; undefined when none of that name was made. */
export async function findReportFile(tx: ReadTx, key: ReportKey, name: string): Promise<ReportFile | undefined> {
	const own = and(
		eq(reportFile.municipalityCode, tx.tenant),
		eq(reportFile.planId, key.planId),
		eq(reportFile.year, key.year),
		eq(reportFile.version, key.version),
		eq(reportFile.name, name),
	);
	const rows = await tx.db
		.select({ name: reportFile.name, bytes: reportFile.bytes, sha256: reportFile.sha256 })
		.from(reportFile)
		.where(own);
	return rows[0];
}

/** Adds a published report with its files. PostgreSQL checks both hashes, and that there is none of this version. */
export async function addStatusReport(
	tx: WriteTx,
	report: PublishedReport & { readonly content: string },
	files: readonly ReportFile[],
): Promise<void> {
	await tx.db.insert(statusReport).values({ ...report, municipalityCode: tx.tenant });
	const { planId, year, version } = report;
	for (const { name, bytes, sha256 } of files) {
		await tx.db.insert(reportFile).values({ municipalityCode: tx.tenant, planId, year, version, name, bytes: Buffer.from(bytes), sha256 });
	}
}

/** Lets this transaction change the assessments of a published round: a correction, which publishes a new version in the same. */
export async function allowCorrecting(tx: WriteTx): Promise<void> {
	await tx.db.execute(sql`select set_config('app.correcting', 'on', true)`);
}

/** A file of a part of a published report, as it was made for somebody. */
export type PartFile = { readonly part: ReportPart; readonly name: string; readonly sha256: string };

/** True when this file of this part, these very bytes, was made before. */
export async function hasPartFile(tx: ReadTx, key: ReportKey, { part, name, sha256 }: PartFile): Promise<boolean> {
	const own = and(
		eq(reportPartFile.municipalityCode, tx.tenant),
		eq(reportPartFile.sha256, sha256),
		eq(reportPartFile.planId, key.planId),
		eq(reportPartFile.year, key.year),
		eq(reportPartFile.version, key.version),
		eq(reportPartFile.partKind, part.kind),
		eq(reportPartFile.partValue, part.value),
		eq(reportPartFile.name, name),
	);
	return (await tx.db.select({ year: reportPartFile.year }).from(reportPartFile).where(own)).length > 0;
}

/** Notes a file of a part, so that it is known again; nothing when it was noted before. */
export async function addPartFile(tx: DraftTx, { planId, year, version }: ReportKey, file: PartFile, madeAt: Date): Promise<void> {
	const { part, name, sha256 } = file;
	await tx.db
		.insert(reportPartFile)
		.values({ municipalityCode: tx.tenant, planId, year, version, sha256, partKind: part.kind, partValue: part.value, name, madeAt })
		.onConflictDoNothing();
}

/** What a hash belongs to: a report's content, one of its files (`file` is its name), or a file of a part of it. */
export type HashMatch = ReportKey & { readonly file: string | null; readonly part: ReportPart | null };

const hashSchema = z.string().regex(/^[0-9a-f]{12,64}$/);

/** The published reports of the municipality with this hash, of content or file, oldest first. A shorter one is the beginning of a content's. */
export async function findReportsByHash(tx: ReadTx, hash: string): Promise<HashMatch[]> {
	const sha256 = hashSchema.parse(hash);
	const contents = await tx.db
		.select({ planId: statusReport.planId, year: statusReport.year, version: statusReport.version })
		.from(statusReport)
		.where(and(eq(statusReport.municipalityCode, tx.tenant), like(statusReport.sha256, `${sha256}%`)))
		.orderBy(asc(statusReport.year), asc(statusReport.version));
	const files = await tx.db
		.select({ planId: reportFile.planId, year: reportFile.year, version: reportFile.version, file: reportFile.name })
		.from(reportFile)
		.where(and(eq(reportFile.municipalityCode, tx.tenant), eq(reportFile.sha256, sha256)))
		.orderBy(asc(reportFile.year), asc(reportFile.version), asc(reportFile.name));
	const { planId, year, version, name, partKind, partValue } = reportPartFile;
	const parts = await tx.db
		.select({ planId, year, version, file: name, kind: partKind, value: partValue })
		.from(reportPartFile)
		.where(and(eq(reportPartFile.municipalityCode, tx.tenant), eq(reportPartFile.sha256, sha256)))
		.orderBy(asc(year), asc(version));
	return [
		...contents.map((row) => ({ ...row, file: null, part: null })),
		...files.map((row) => ({ ...row, part: null })),
		...parts.map(({ kind, value, ...row }) => ({ ...row, part: { kind, value } })),
	];
}

function isReport(tx: ReadTx, { planId, year, version }: ReportKey) {
	return and(
		eq(statusReport.municipalityCode, tx.tenant),
		eq(statusReport.planId, planId),
		eq(statusReport.year, year),
		eq(statusReport.version, version),
	);
}
