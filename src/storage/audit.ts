import type { AuditEvent } from '#domain/access/audit-event.ts';
import { auditEntry } from './schema/audit.ts';
import type { WriteTx } from './transactions.ts';

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
