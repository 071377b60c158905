import type { PersonRole } from '#domain/access/person.ts';
import type { Actor } from '#domain/access/policy.ts';
import { hasLiveAnswerLink } from '#storage/answer-links.ts';
import type { TenantRevision } from '#storage/database.ts';
import { isNamed } from '#storage/municipalities.ts';
import { findStanding, type Standing } from '#storage/sign-in-standing.ts';
import type { Context } from '../context.ts';
import { readClaim } from './claims.ts';
import type { Session } from './session.ts';

/** Who somebody who is signed in is to one municipality. */
export type FoundActor = {
	readonly actor: Actor;
	/** For the header and for whom a page greets; null for one who is nobody here. */
	readonly person: { readonly id: string; readonly name: string; readonly role: PersonRole } | null;
	/** Who owes the second factor, as every administrator does, acts as a reader until it is given. */
	readonly needsSecondFactor: boolean;
	/** The municipality that was found; left out where there is none. */
	readonly tenant?: NonNullable<Context['tenant']>;
};

const nobody: Actor = { id: 'public', role: 'reader', municipalityCode: null };
const stranger: FoundActor = { actor: nobody, person: null, needsSecondFactor: false };

/**
 * Finds what a session is worth in a municipality (code or slug). Read anew for every request, so that a role taken away, a
 * person who leaves and a revoked link count at once. Who is nobody there reads as the public does.
 */
export async function findActor(
	{ database, now }: Pick<Context, 'database' | 'now'>,
	{ session, municipality }: { readonly session: Session; readonly municipality: string },
): Promise<FoundActor> {
	if (session.answersFor) return findAnswering({ database, now }, session, session.answersFor, municipality);
	const tenant = await database.findRevision(municipality);
	if (!tenant) return stranger;
	const found = await findStandingActor({ database, now }, session, tenant);
	return { ...found, tenant: { code: tenant.code, name: municipality } };
}

async function findStandingActor(
	{ database, now }: Pick<Context, 'database' | 'now'>,
	session: Session,
	tenant: TenantRevision,
): Promise<FoundActor> {
	const claim = readClaim(session.claims, tenant.code);
	if (claim === 'none') return stranger;
	const standing = await database.readAtOnce(tenant.code, (tx) => findStanding(tx, { email: session.email }, now()));
	if (!standing) return stranger;
	return describe(session, tenant, standing, claim === 'as stored' ? standing.role : claim);
}

/** By an answer link somebody gives answers in its municipality and nothing else, for as long as the link lives. */
async function findAnswering(
	{ database, now }: Pick<Context, 'database' | 'now'>,
	{ since }: Session,
	{ municipalityCode, personId }: NonNullable<Session['answersFor']>,
	municipality: string,
): Promise<FoundActor> {
	const [isMeant, isLive, standing] = await database.readAtOnce(municipalityCode, (tx) =>
		Promise.all([isNamed(tx, municipality), hasLiveAnswerLink(tx, personId, since, now()), findStanding(tx, { personId }, now())]),
	);
	if (!isMeant) return stranger;
	const tenant = { code: municipalityCode, name: municipality };
	if (!isLive || !standing) return { ...stranger, tenant };
	const { role, name, personIds } = standing;
	return {
		actor: { id: personId, role, municipalityCode, personIds, onlyAnswers: true },
		person: { id: personId, name, role },
		needsSecondFactor: false,
		tenant,
	};
}

function describe(session: Session, { code }: TenantRevision, standing: Standing, role: PersonRole): FoundActor {
	const { personId: id, name, personIds, unitIds } = standing;
	const person = { id, name, role };
	if (isSecondFactorMissing(session, role)) return { actor: nobody, person, needsSecondFactor: true };
	const leads = role === 'unit lead' ? { unitIds } : {};
	return { actor: { id, role, municipalityCode: code, personIds, ...leads }, person, needsSecondFactor: false };
}

/** For its own users the organisation's sign-in decides how many factors there are. */
export function isSecondFactorMissing(
	{ method, hasSecondFactor, hasCodes }: Pick<Session, 'method' | 'hasSecondFactor' | 'hasCodes'>,
	role: PersonRole,
): boolean {
	return !hasSecondFactor && method !== 'oidc' && (hasCodes || role === 'administrator');
}
