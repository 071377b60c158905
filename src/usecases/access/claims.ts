import { personRoles, type PersonRole } from '#domain/access/person.ts';

/** What an identity provider of ours is trusted with: for which municipalities it vouches, and which of its groups are which role. */
export type ClaimRules = {
	/** Codes; a user of this provider is nobody in other municipalities. */
	readonly municipalities: readonly string[];
	/** Claim with the groups or roles, dotted where it stands inside another (`realm_access.roles`); null leaves roles to us. */
	readonly claim: string | null;
	/** The provider's group or role to one of ours. */
	readonly roles: Readonly<Record<string, PersonRole>>;
};

// The most powerful first: who has several groups is the most of them.
const order: readonly PersonRole[] = ['administrator', 'coordinator', 'unit lead', 'alliance secretary', 'owner'];

/**
 * What a provider says of a user, as it is kept with the session: `0340:coordinator` gives the role, `0340:*` leaves it to what is
 * stored here. Where the provider decides on roles, who has none of its groups answers for the own initiatives and is no more.
 */
export function listClaims({ municipalities, claim, roles }: ClaimRules, profile: Readonly<Record<string, unknown>>): string[] {
	if (claim === null) return municipalities.map((code) => `${code}:*`);
	const groups = readGroups(profile, claim);
	const given = groups.flatMap((group) => (Object.hasOwn(roles, group) ? [roles[group]] : []));
	const role = order.find((each) => given.includes(each));
	return municipalities.map((code) => `${code}:${role ?? 'owner?'}`);
}

/** The groups or roles in a claim: a list, or words in one text. */
function readGroups(profile: Readonly<Record<string, unknown>>, claim: string): string[] {
	let value: unknown = profile[claim];
	// Names of claims may hold dots themselves (`https://example.org/roles`), so the whole name counts before its parts.
	if (value === undefined) {
		value = claim
			.split('.')
			.reduce<unknown>((inside, part) => (typeof inside === 'object' && inside !== null ? (inside as never)[part] : undefined), profile);
	}
	if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
	return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The role that a session's claims give in a municipality; `as stored` where they leave it to us, `none` where they say nothing. */
export function readClaim(claims: readonly string[] | null, municipalityCode: string): PersonRole | 'as stored' | 'none' {
	if (claims === null) return 'as stored';
	const found = claims.find((claim) => claim.startsWith(`${municipalityCode}:`))?.slice(5);
	if (found === undefined) return claims.includes(elsewhere) ? 'as stored' : 'none';
	if (found === '*') return 'as stored';
	return personRoles.find((role) => role === found) ?? 'owner';
}

// In a municipality that no other claim is about, what is stored here counts.
const elsewhere = '*:*';

/**
 * The claims of a session of somebody whose role another decides: `decided` are the municipalities in which a provider that knows the
 * user gives the roles. Its roles are had through it alone, so that one it takes away is gone; by other ways in somebody there is at
 * most an owner.
 */
export function limitClaims(claims: readonly string[] | null, decided: readonly string[]): readonly string[] | null {
	if (decided.length === 0) return claims;
	if (claims === null) return [...decided.map((code) => `${code}:owner?`), elsewhere];
	return claims.map((claim) => (claim.endsWith(':*') && decided.includes(claim.slice(0, 4)) ? `${claim.slice(0, 4)}:owner?` : claim));
}

/** What a provider decides somebody is. `isGiven`: it says so outright, and one who is not known there yet is added. */
export type DecidedRole = { readonly municipalityCode: string; readonly role: PersonRole; readonly isGiven: boolean };

/** The municipalities in which the claims leave nothing to what is stored. */
export function listDecidedRoles(claims: readonly string[]): DecidedRole[] {
	return claims.flatMap((claim) => {
		const [municipalityCode, said] = [claim.slice(0, 4), claim.slice(5)];
		if (claim === elsewhere || said === '*') return [];
		const role = personRoles.find((each) => each === said);
		return [{ municipalityCode, role: role ?? 'owner', isGiven: role !== undefined }];
	});
}

/** The municipalities in which a provider says outright that a user is somebody. */
export function listGivenRoles(claims: readonly string[]): DecidedRole[] {
	return listDecidedRoles(claims).filter(({ isGiven }) => isGiven);
}
