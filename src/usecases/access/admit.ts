import { appendChanges } from '#storage/changes.ts';
import { addPerson, findPersonByEmail } from '#storage/people.ts';
import { listEngagements, type Engagement } from '#storage/sign-in-users.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { listGivenRoles, readClaim } from './claims.ts';
import type { SignInMethod } from './session.ts';

type Opened = Pick<Context, 'database' | 'now'>;

export type Applicant = {
	readonly email: string;
	readonly name: string;
	readonly method: SignInMethod;
	/** What the identity provider said; null for other ways of signing in. */
	readonly claims: readonly string[] | null;
};

/**
 * Decides whether somebody who has proved an address gets a session: who is somebody in a municipality here. One whom the
 * provider gives a role in a municipality that has never heard of the address is added there first. Notes it in the audit logs.
 */
export async function admit({ database, now }: Opened, applicant: Applicant): Promise<boolean> {
	for (const given of listGivenRoles(applicant.claims ?? [])) {
		await addGivenPerson({ database, now }, given.municipalityCode, { ...applicant, role: given.role });
	}
	const known = await listAdmitting({ database }, applicant);
	for (const { municipalityCode, personId } of known) {
		await database.write(municipalityCode, (tx) =>
			appendAudit(tx, { event: 'signed in', who: personId, details: { method: applicant.method }, at: now() }),
		);
	}
	return known.length > 0;
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

async function addGivenPerson(
	{ database, now }: Opened,
	municipalityCode: string,
	{ email, name, role }: Pick<Applicant, 'email' | 'name'> & Pick<Engagement, 'role'>,
): Promise<void> {
	// A provider may be set up before its municipality is here.
	if (!(await database.findRevision(municipalityCode))) return;
	const at = now();
	await database.write(municipalityCode, async (tx) => {
		if (await findPersonByEmail(tx, email)) return;
		const id = await addPerson(tx, { name: name.trim() || email, email, role, unitId: null }, at);
		await appendChanges(tx, { who: id, at, reason: 'edit', note: null, importId: null }, [
			{ entity: 'person', action: 'added', planId: null, entityId: id, year: null, before: null, after: { role } },
		]);
	});
}
