import { addAuditEntry, type AuditFact } from '#storage/audit.ts';
import type { WriteTx } from '#storage/transactions.ts';

/**
 * Notes in the audit log who signed in, read personal data, took data out or published: in the same transaction as what it
 * tells of, so that neither is there without the other. Who changed what stands in the history already and is not noted again.
 */
export async function appendAudit(tx: WriteTx, fact: AuditFact): Promise<void> {
	await addAuditEntry(tx, fact);
}
