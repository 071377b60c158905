import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';
import type { Database } from '#storage/database.ts';
import { hasOtherAccount, removeAccountOfOther } from '#storage/sign-in-users.ts';
import { listClaims } from '#usecases/access/claims.ts';
import type { Provider } from './sign-in-config.ts';
import { occasions } from './sign-in-occasion.ts';

const address = z.email();
const patience = 10_000;
type Profile = Record<string, unknown>;

/** An identity provider as Better Auth wants it described. */
export function describeProvider(provider: Provider, database: Database): GenericOAuthConfig {
	return {
		providerId: provider.id,
		name: provider.name,
		discoveryUrl: provider.discovery,
		clientId: provider.clientId,
		clientSecret: provider.clientSecret,
		scopes: provider.scopes ?? ['openid', 'profile', 'email'],
		pkce: true,
		// The token is what the claims are read from, so its signature, issuer, audience and nonce are checked first.
		requireIdTokenVerification: true,
		getUserInfo: async ({ idToken, accessToken }) => {
			const claims = readToken(idToken ?? '');
			// Some providers tell the address only to who asks for it separately.
			const more = findAddress(provider, claims) ? {} : await askProvider(provider, accessToken);
			// The answer to that question is not signed: it counts when it is about the same user.
			const profile = more.sub === claims.sub ? { ...more, ...claims } : claims;
			const email = findAddress(provider, profile);
			const sub = z.string().min(1).safeParse(profile.sub).data;
			if (!email || !sub || !(await noteProfile(provider, database, { ...profile, sub }, email))) return null;
			return { ...profile, id: sub, sub, email, emailVerified: true, name: readName(profile) };
		},
	};
}

/** Leaves what the provider said where the session is made. False where the address is bound to another user of the provider. */
async function noteProfile(
	provider: Provider,
	database: Database,
	profile: Profile & { readonly sub: string },
	email: string,
): Promise<boolean> {
	const isFree = await database.signIn(async (tx) => {
		if (await hasOtherAccount(tx, provider.id, profile.sub, email)) return false;
		await removeAccountOfOther(tx, provider.id, profile.sub, email);
		return true;
	});
	if (!isFree) return false;
	const { municipalities, rolesClaim = null, roles = {} } = provider;
	const claims = listClaims({ municipalities, claim: rolesClaim, roles }, profile);
	Object.assign(occasions.getStore() ?? {}, { claims, email, name: readName(profile) });
	return true;
}

/**
 * The address of a user, where it is proved: the provider says it has verified it, or is set up as one in which only the
 * organisation gives people addresses. Then also the name people sign in with counts, which is all that Entra ID often gives. One
 * that the provider says it has not verified is nobody's.
 */
function findAddress({ vouchesForAddresses }: Provider, profile: Profile): string | undefined {
	const isVerified = String(profile.email_verified ?? vouchesForAddresses) === 'true';
	if (!isVerified) return undefined;
	for (const claim of vouchesForAddresses ? ['email', 'preferred_username', 'upn'] : ['email']) {
		const read = address.safeParse(profile[claim]);
		if (read.success) return read.data.toLowerCase();
	}
	return undefined;
}

function readName(profile: Profile): string {
	return typeof profile.name === 'string' ? profile.name.slice(0, 200) : '';
}

/** The claims of a token whose signature has been checked. */
function readToken(token: string): Profile {
	return z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
}

async function askProvider({ discovery }: Provider, accessToken: string | undefined): Promise<Profile> {
	if (!accessToken) return {};
	const signal = AbortSignal.timeout(patience);
	const { userinfo_endpoint: endpoint } = z
		.object({ userinfo_endpoint: z.url().optional() })
		.parse(await (await fetch(discovery, { signal })).json());
	if (!endpoint) return {};
	const response = await fetch(endpoint, { signal, headers: { authorization: `Bearer ${accessToken}` } });
	return response.ok ? z.record(z.string(), z.unknown()).parse(await response.json()) : {};
}
