import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';
import type { Database } from '#storage/database.ts';
import { removeAccountOfOther } from '#storage/sign-in-users.ts';
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
			const more = findAddress(claims) ? {} : await askProvider(provider, accessToken);
			const profile = { ...more, ...claims };
			const email = findAddress(profile);
			if (!email) return null;
			await noteProfile(provider, database, profile, email);
			return { ...profile, id: String(profile.sub), sub: String(profile.sub), email, emailVerified: true, name: readName(profile) };
		},
	};
}

/** Leaves what the provider said where the session is made. */
async function noteProfile(provider: Provider, database: Database, profile: Profile, email: string): Promise<void> {
	await database.signIn((tx) => removeAccountOfOther(tx, provider.id, String(profile.sub), email));
	const { municipalities, rolesClaim = null, roles = {} } = provider;
	const claims = listClaims({ municipalities, claim: rolesClaim, roles }, profile);
	Object.assign(occasions.getStore() ?? {}, { claims, email, name: readName(profile) });
}

/** Entra ID often gives only the name people sign in with, which has the form of an address. */
function findAddress(profile: Profile): string | undefined {
	for (const claim of ['email', 'preferred_username', 'upn']) {
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
