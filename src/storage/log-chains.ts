import { count, desc, eq, sql } from 'drizzle-orm';
import { auditEntry } from './schema/audit.ts';
import { change } from './schema/history.ts';
import { reportFile, statusReport } from './schema/published.ts';
import type { ReadTx } from './transactions.ts';

/** The logs in which each entry carries the hash of the one before. */
export const chainedLogs = ['change', 'audit_entry'] as const;
export type ChainedLog = (typeof chainedLogs)[number];

/** The chain of a log: how many entries, the hash of the newest, and the ids of entries that do not fit the one before or their own content. */
export type LogChain = { readonly entries: number; readonly newest: string | null; readonly broken: readonly number[] };

const tables = { change, audit_entry: auditEntry } as const;

/** Walks the municipality's chain of a log from its first entry to its last. */
export async function checkLogChain(tx: ReadTx, log: ChainedLog): Promise<LogChain> {
	const table = tables[log];
	const own = eq(table.municipalityCode, tx.tenant);
	const broken = await tx.db
		.select({ id: sql<string>`entry_id` })
		.from(sql`find_broken_entries(${sql.raw(`'${log}'`)})`)
		.orderBy(sql`entry_id`);
	const [counted] = await tx.db.select({ entries: count() }).from(table).where(own);
	const [newest] = await tx.db.select({ hash: table.hash }).from(table).where(own).orderBy(desc(table.id)).limit(1);
	return { entries: counted?.entries ?? 0, newest: newest?.hash ?? null, broken: broken.map(({ id }) => Number(id)) };
}

/** Published reports and their files whose content no longer has the hash that was published with it, as "2024 1" or "2024 1 pdf landscape da". */
export async function checkPublishedHashes(tx: ReadTx): Promise<{ reports: number; files: number; broken: string[] }> {
	const isReport = eq(statusReport.municipalityCode, tx.tenant);
	const isFile = eq(reportFile.municipalityCode, tx.tenant);
	const reports = await tx.db
		.select({
			name: sql<string>`${statusReport.year} || ' ' || ${statusReport.version}`,
			holds: sql<boolean>`${statusReport.sha256} = encode(sha256(convert_to(${statusReport.content}, 'UTF8')), 'hex')`,
		})
		.from(statusReport)
		.where(isReport)
		.orderBy(statusReport.planId, statusReport.year, statusReport.version);
	const files = await tx.db
		.select({
			name: sql<string>`${reportFile.year} || ' ' || ${reportFile.version} || ' ' || ${reportFile.name}`,
			holds: sql<boolean>`${reportFile.sha256} = encode(sha256(${reportFile.bytes}), 'hex')`,
		})
		.from(reportFile)
		.where(isFile)
		.orderBy(reportFile.planId, reportFile.year, reportFile.version, reportFile.name);
	const broken = [...reports, ...files].filter(({ holds }) => !holds).map(({ name }) => name);
	return { reports: reports.length, files: files.length, broken };
}

// What keeps the logs and the published reports from being rewritten, and chains them.
const guards: Readonly<Record<string, readonly string[]>> = {
	change: ['chain_entry', 'refuse_emptying', 'refuse_rewriting'],
	audit_entry: ['chain_entry', 'refuse_emptying', 'refuse_rewriting'],
	status_report: ['refuse_emptying', 'refuse_rewriting'],
	report_file: ['refuse_emptying', 'refuse_later_file', 'refuse_rewriting'],
	report_part_file: ['refuse_emptying', 'refuse_rewriting'],
	round_step: ['refuse_emptying', 'refuse_rewriting'],
	plan_event: ['refuse_emptying', 'refuse_rewriting'],
	assessment: ['refuse_changing_published', 'refuse_emptying'],
	round_line: ['refuse_changing_published', 'refuse_emptying'],
};

/** The guards that are gone or switched off, as "change refuse_rewriting". */
export async function listMissingGuards(tx: ReadTx): Promise<string[]> {
	const rows = await tx.db
		.select({ name: sql<string>`c.relname || ' ' || t.tgname` })
		.from(sql`pg_trigger t join pg_class c on c.oid = t.tgrelid`)
		.where(sql`c.relnamespace = current_schema()::regnamespace and t.tgenabled in ('O', 'A')`);
	const there = new Set(rows.map(({ name }) => name));
	return Object.entries(guards)
		.flatMap(([table, names]) => names.map((name) => `${table} ${name}`))
		.filter((name) => !there.has(name));
}
