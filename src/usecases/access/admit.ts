import type { Person } from '#domain/access/person.ts';
import { appendChanges } from '#storage/changes.ts';
import { addPerson, findPersonByEmail, listPeople, saveRole } from '#storage/people.ts';
import { listEngagements, type Engagement } from '#storage/sign-in-users.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { listDecidedRoles, listGivenRoles, readClaim, type DecidedRole } from './claims.ts';
import { isSecondFactorMissing } from './find-actor.ts';
import type { SignInMethod } from './session.ts';

type Opened = Pick<Context, 'database' | 'now'>;

export type Applicant = {
	readonly email: string;
	readonly name: string;
	readonly method: SignInMethod;
	/** What the identity provider said; null for other ways of signing in. */
	readonly claims: readonly string[] | null;
	/** The same for the session that is opened: `limitClaims`. */
	readonly sessionClaims: readonly string[] | null;
	/** The session takes the place of one that is open. */
	readonly continues: boolean;
	readonly hasSecondFactor: boolean;
	/** Whether codes are set up, which then are owed whatever the role. */
	readonly hasCodes: boolean;
};

/**
 * Decides whether somebody who has proved an address gets a session: who is somebody in a municipality here. One whom the
 * provider gives a role in a municipality that has never heard of the address is added there first, and one it gives another role is
 * stored with that. Notes it in the audit logs.
 */
export async function admit({ database, now }: Opened, applicant: Applicant): Promise<boolean> {
	if (applicant.method === 'oidc') {
		for (const decided of listDecidedRoles(applicant.claims ?? [])) await storeRole({ database, now }, applicant, decided);
	}
	const known = await listAdmitting({ database }, applicant);
	if (!applicant.continues) await noteSignedIn({ database, now }, known, { ...applicant, claims: applicant.sessionClaims });
	return known.length > 0;
}

/** Notes that somebody is in, where no second factor is owed any more: until it is given, the person reads as the public does. */
export async function noteSignedIn(
	{ database, now }: Opened,
	known: readonly Engagement[],
	session: Pick<Applicant, 'method' | 'claims' | 'hasSecondFactor' | 'hasCodes'>,
): Promise<void> {
	const { method, claims } = session;
	for (const { municipalityCode, personId, role } of known) {
		const claim = readClaim(claims, municipalityCode);
		if (claim === 'none' || isSecondFactorMissing(session, claim === 'as stored' ? role : claim)) continue;
		await database.writeBesideDrafts(municipalityCode, (tx) =>
			appendAudit(tx, { event: 'signed in', who: personId, details: { method }, at: now() }),
		);
	}
}

/** Whether somebody will be let in: the address is somebody somewhere, or the provider makes it so. */
export async function isAdmissible(context: Pick<Context, 'database'>, applicant: Pick<Applicant, 'email' | 'claims'>): Promise<boolean> {
	return listGivenRoles(applicant.claims ?? []).length > 0 || (await listAdmitting(context, applicant)).length > 0;
}

/** Where an address is somebody, and the provider that vouched for it may say so. */
export async function listAdmitting(
	{ database }: Pick<Context, 'database'>,
	{ email, claims }: Pick<Applicant, 'email' | 'claims'>,
): Promise<Engagement[]> {
	const engagements = await database.signIn((tx) => listEngagements(tx, email));
	return engagements.filter(({ municipalityCode }) => readClaim(claims, municipalityCode) !== 'none');
}

/** What a provider decides is stored too, so that lists of persons say what is so and nothing older comes back. */
async function storeRole(
	{ database, now }: Opened,
	{ email, name }: Pick<Applicant, 'email' | 'name'>,
	{ municipalityCode, role, isGiven }: DecidedRole,
): Promise<void> {
	// A provider may be set up before its municipality is here.
	if (!(await database.findRevision(municipalityCode))) return;
	const at = now();
	await database.write(municipalityCode, async (tx) => {
		const known = await findPersonByEmail(tx, email);
		const occasion = (who: string) => ({ who, at, reason: 'edit' as const, note: null, importId: null });
		const about = { entity: 'person', planId: null, year: null } as const;
		if (!known && isGiven) {
			const id = await addPerson(tx, { name: name.trim() || email, email, role, unitId: null }, at);
			await appendChanges(tx, occasion(id), [{ ...about, action: 'added', entityId: id, before: null, after: { role } }]);
		}
		if (!known || known.leftAt || known.role === role || (await isLastAdministrator(tx, known))) return;
		await saveRole(tx, known.id, role, at);
		const [before, after] = [{ role: known.role }, { role }];
		await appendChanges(tx, occasion(known.id), [{ ...about, action: 'changed', entityId: known.id, before, after }]);
	});
}

/** A municipality is not left without anybody who can put it right. */
async function isLastAdministrator(tx: ReadTx, { id, role }: Person): Promise<boolean> {
	if (role !== 'administrator') return false;
	return !(await listPeople(tx)).some((other) => other.id !== id && other.role === 'administrator' && other.leftAt === null);
}
