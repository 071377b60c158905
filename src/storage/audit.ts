import { eq, sql, type SQL } from 'drizzle-orm';
import type { AuditEvent } from '#domain/access/audit-event.ts';
import { auditEntry } from './schema/audit.ts';
import { change, type ChangeAction, type ChangeEntity, type ChangeReason } from './schema/history.ts';
import { initiative } from './schema/plan.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Facts about an event: ids, numbers and codes, never a name, an address or a text somebody wrote. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** One event of the audit log. */
export type AuditFact = {
	readonly event: AuditEvent;
	/** Id of the person, or a word for what is no person: `demo`, `cli`, `job`. */
	readonly who: string;
	/** Id of what it is about: a person, a round, a file. */
	readonly subject?: string | null;
	readonly details?: AuditDetails | null;
	readonly at: Date;
};

/** Adds an event to the audit log. The database chains it to the one before. */
export async function addAuditEntry(tx: WriteTx, { event, who, subject = null, details = null, at }: AuditFact): Promise<void> {
	await tx.db.insert(auditEntry).values({ municipalityCode: tx.tenant, event, who, subject, details, at });
}

/** A line of what happened: an event of the audit log, or a change of the history. */
export type LogLine = {
	readonly at: Date;
	readonly id: number;
	readonly who: string;
	/** Id of what it is about. */
	readonly subject: string | null;
	readonly hash: string;
} & (
	| { readonly kind: 'event'; readonly event: AuditEvent; readonly details: AuditDetails | null }
	| {
			readonly kind: 'change';
			readonly entity: ChangeEntity;
			readonly action: ChangeAction;
			readonly reason: ChangeReason;
			readonly year: number | null;
	  }
);

/** Which lines are asked for; what is left out limits nothing. Both days count, as days in Denmark. */
export type LogFilter = {
	/** Who did it, or whom it is about. */
	readonly person?: string;
	readonly event?: AuditEvent;
	/** Changes of this kind of thing. */
	readonly entity?: ChangeEntity;
	readonly from?: string;
	readonly until?: string;
	/** A moment: what was noted then or later is left out. */
	readonly before?: Date;
};

/** Audit log and history as one, newest first, from the `offset`th line and at most `limit`. */
export async function listLogLines(
	tx: ReadTx,
	filter: LogFilter,
	{ offset, limit }: { offset: number; limit: number },
): Promise<LogLine[]> {
	const rows = await tx.db
		.select({
			kind: sql<'event' | 'change'>`kind`,
			at: sql<string>`at`,
			id: sql<string>`id`,
			who: sql<string>`who`,
			subject: sql<string | null>`subject`,
			hash: sql<string>`hash`,
			what: sql<string>`what`,
			action: sql<ChangeAction>`action`,
			reason: sql<ChangeReason>`reason`,
			year: sql<number | null>`year`,
			details: sql<AuditDetails | null>`details`,
		})
		.from(sql`(${selectEvents(tx, filter)} union all ${selectChanges(tx, filter)}) line`)
		.orderBy(sql`at desc, kind, id desc`)
		.offset(offset)
		.limit(limit);
	return rows.map(({ kind, at, id, what, action, reason, year, details, ...rest }) => {
		const shared = { ...rest, at: new Date(at), id: Number(id) };
		if (kind === 'event') return { ...shared, kind, event: what as AuditEvent, details };
		return { ...shared, kind, entity: what as ChangeEntity, action, reason, year };
	});
}

function selectEvents(tx: ReadTx, filter: LogFilter): SQL {
	return sql`select 'event' as kind, at, id, who, subject, hash, event as what, null as action, null as reason, null::smallint as year, details
		from ${auditEntry} where ${limit(tx, filter, sql`subject`)}
		${filter.event ? sql`and event = ${filter.event}` : sql``} ${filter.entity ? sql`and false` : sql``}`;
}

function selectChanges(tx: ReadTx, filter: LogFilter): SQL {
	return sql`select 'change' as kind, at, id, who, entity_id as subject, hash, entity as what, action, reason, year, null::jsonb as details
		from ${change} where ${limit(tx, filter, sql`entity_id`)}
		${filter.entity ? sql`and entity = ${filter.entity}` : sql``} ${filter.event ? sql`and false` : sql``}`;
}

function limit(tx: ReadTx, { person, from, until, before }: LogFilter, subject: SQL): SQL {
	const parts = [sql`municipality_code = ${tx.tenant}`];
	if (person) parts.push(sql`(who = ${person} or ${subject} = ${person})`);
	if (from) parts.push(sql`at >= ${from}::date::timestamp at time zone 'Europe/Copenhagen'`);
	if (until) parts.push(sql`at < (${until}::date + 1)::timestamp at time zone 'Europe/Copenhagen'`);
	if (before) parts.push(sql`at < ${before.toISOString()}::timestamptz`);
	return sql.join(parts, sql` and `);
}

/** The number of every initiative by its id, for naming what a line is about. */
export async function listInitiativeNumbers(tx: ReadTx): Promise<Map<string, string>> {
	const rows = await tx.db
		.select({ id: initiative.id, number: initiative.number })
		.from(initiative)
		.where(eq(initiative.municipalityCode, tx.tenant));
	return new Map(rows.map(({ id, number }) => [id, number]));
}
