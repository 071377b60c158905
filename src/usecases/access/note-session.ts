import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { listAdmitting, noteSignedIn } from './admit.ts';
import { readClaim } from './claims.ts';
import { isSecondFactorMissing } from './find-actor.ts';
import type { Session, SignInMethod } from './session.ts';

/** Notes in the audit logs that somebody signed out, or gave a code that was not right. */
export async function noteSession(
	{ database, now }: Pick<Context, 'database' | 'now'>,
	session: Session,
	event: 'signed out' | 'sign-in refused',
): Promise<void> {
	const { answersFor, method } = session;
	const known = answersFor ? [answersFor] : await listAdmitting({ database }, session);
	for (const { municipalityCode, personId } of known) {
		await database.writeBesideDrafts(municipalityCode, (tx) => appendAudit(tx, { event, who: personId, details: { method }, at: now() }));
	}
}

/** Notes that who was asked for a second factor has given it, where it was owed, and is in now. */
export async function noteSecondFactor(context: Pick<Context, 'database' | 'now'>, before: Session): Promise<void> {
	const known = await listAdmitting(context, before);
	const owing = known.filter(({ municipalityCode, role }) => {
		const claim = readClaim(before.claims, municipalityCode);
		return isSecondFactorMissing(before, claim === 'as stored' || claim === 'none' ? role : claim);
	});
	await noteSignedIn(context, owing, { ...before, hasSecondFactor: true });
}

/** Notes, where an address is known, that somebody tried to be it in vain: a wrong password, a link whose time is over. */
export async function noteRefusal(
	context: Pick<Context, 'database' | 'now'>,
	{ email, method }: { readonly email: string; readonly method: SignInMethod },
): Promise<void> {
	for (const { municipalityCode, personId } of await listAdmitting(context, { email, claims: null })) {
		const fact = { event: 'sign-in refused', who: personId, details: { method }, at: context.now() } as const;
		await context.database.writeBesideDrafts(municipalityCode, (tx) => appendAudit(tx, fact));
	}
}
