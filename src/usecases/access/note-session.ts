import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { listAdmitting } from './admit.ts';
import type { Session } from './session.ts';

/** Notes in the audit logs that somebody signed out, or gave a code that was not right. */
export async function noteSession(
	{ database, now }: Pick<Context, 'database' | 'now'>,
	session: Session,
	event: 'signed out' | 'sign-in refused',
): Promise<void> {
	const { answersFor, method } = session;
	const known = answersFor ? [answersFor] : await listAdmitting({ database }, session);
	for (const { municipalityCode, personId } of known) {
		await database.write(municipalityCode, (tx) => appendAudit(tx, { event, who: personId, details: { method }, at: now() }));
	}
}
