import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { listAdmitting } from './admit.ts';
import type { Session } from './session.ts';

/** Notes in the audit logs that somebody signed out. */
export async function noteSignedOut({ database, now }: Pick<Context, 'database' | 'now'>, session: Session): Promise<void> {
	const { answersFor, method } = session;
	const known = answersFor ? [answersFor] : await listAdmitting({ database }, session);
	for (const { municipalityCode, personId } of known) {
		await database.write(municipalityCode, (tx) => appendAudit(tx, { event: 'signed out', who: personId, details: { method }, at: now() }));
	}
}
