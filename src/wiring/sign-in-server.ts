import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import { openSignInAdapter } from '#storage/sign-in-adapter.ts';
import { findUser } from '#storage/sign-in-users.ts';
import { admit, isAdmissible } from '#usecases/access/admit.ts';
import { limitClaims } from '#usecases/access/claims.ts';
import { getAnswersAddress } from '#usecases/access/session.ts';
import { signInLinkSeconds } from '#usecases/access/sign-in.ts';
import type { Context } from '#usecases/context.ts';
import type { Provider } from './sign-in-config.ts';
import { occasions, type Occasion } from './sign-in-occasion.ts';
import { describeProvider } from './sign-in-provider.ts';

export type ServerOptions = Pick<Context, 'database' | 'now'> & {
	readonly secret: string;
	readonly providers: readonly Provider[];
	readonly passwords: boolean;
	/** Protocol, host and port that browsers see: cookies, passkeys and the way back from a provider are tied to it. */
	readonly origin: string;
};

/** Where Better Auth's own addresses begin. */
export const basePath = '/login/api';
/** Seconds without a request after which a session ends. */
const idleSeconds = 12 * 60 * 60;

const text = { type: 'string', required: false, input: false } as const;

/** Better Auth, set up for one address of the site. */
export function createAuthServer(options: ServerOptions) {
	const { database, secret, providers, origin } = options;
	return betterAuth({
		appName: 'Fremdrift',
		baseURL: origin,
		basePath,
		secret,
		database: openSignInAdapter(database),
		// Its messages name addresses; what goes wrong is told by the answer and the audit log.
		logger: { disabled: true },
		telemetry: { enabled: false },
		// Counted by the pages themselves, also for what does not come through Better Auth's own addresses.
		rateLimit: { enabled: false },
		advanced: { cookiePrefix: 'fremdrift', useSecureCookies: origin.startsWith('https:'), database: { joins: true } },
		onAPIError: { errorURL: `${origin}/login?fejl=udbyder` },
		emailAndPassword: { enabled: options.passwords, disableSignUp: true, minPasswordLength: 12 },
		// No provider is trusted by its name: an address counts when it is verified, which `describeProvider` answers for.
		account: { accountLinking: { enabled: true } },
		session: {
			expiresIn: idleSeconds,
			updateAge: 15 * 60,
			freshAge: idleSeconds,
			additionalFields: {
				scope: text,
				municipalityCode: text,
				personId: text,
				method: text,
				claims: text,
				secondFactorAt: { type: 'date', required: false, input: false },
			},
		},
		databaseHooks: listHooks(options),
		plugins: [
			magicLink({
				expiresIn: signInLinkSeconds,
				storeToken: 'hashed',
				sendMagicLink: ({ token }) => void Object.assign(occasions.getStore() ?? {}, { token }),
			}),
			passkey({
				rpID: new URL(origin).hostname,
				rpName: 'Fremdrift',
				origin,
				authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
				authentication: {
					// Only a passkey that knew its owner, by finger, face or PIN, is two factors in one.
					afterVerification: ({ verification }) => noteSecondFactor(occasions.getStore(), verification.authenticationInfo.userVerified),
				},
			}),
			twoFactor({ allowPasswordless: true, issuer: 'Fremdrift' }),
			genericOAuth({ config: providers.map((provider) => describeProvider(provider, database)) }),
			answerSessions,
		],
	});
}

export type AuthServer = ReturnType<typeof createAuthServer>;

function noteSecondFactor(occasion: Occasion | undefined, isGiven: boolean): void {
	if (occasion) occasion.hasSecondFactor = isGiven;
}

/** Who has no place in any municipality gets neither a user nor a session. */
function listHooks({ database, now, providers }: ServerOptions) {
	return {
		account: {
			// A provider's tokens open its own doors; we ask it once, who somebody is, and keep none of them.
			create: { before: () => Promise.resolve({ data: { accessToken: null, refreshToken: null, idToken: null } }) },
			update: { before: () => Promise.resolve({ data: { accessToken: null, refreshToken: null, idToken: null } }) },
		},
		user: {
			create: {
				before: async ({ email }: { email: string }) => {
					const { answersFor, claims = null } = occasions.getStore() ?? {};
					return answersFor || (await isAdmissible({ database }, { email, claims })) ? undefined : false;
				},
			},
		},
		session: {
			create: {
				before: async (session: { userId: string }) => {
					const occasion = occasions.getStore();
					if (!occasion) return false;
					const user = await database.signIn((tx) => findUser(tx, session.userId));
					if (!user || (occasion.email !== undefined && occasion.email !== user.email)) return false;
					if (occasion.takeCode && !(await occasion.takeCode(session.userId))) return false;
					const { method, name = '', claims = null, hasSecondFactor = false, continues = false } = occasion;
					const sessionClaims = limitClaims(claims, listDecided(providers, user.providers));
					const applicant = { ...user, name, method, claims, sessionClaims, hasSecondFactor, continues };
					if (!occasion.answersFor && !(await admit({ database, now }, applicant))) return false;
					return { data: { ...describeSession(occasion, sessionClaims), secondFactorAt: hasSecondFactor ? now() : null } };
				},
			},
		},
	};
}

/** The municipalities in which the role of somebody whom these providers know is theirs to give. */
function listDecided(providers: readonly Provider[], known: readonly string[]): string[] {
	return providers
		.filter(({ id, rolesClaim }) => rolesClaim !== undefined && known.includes(id))
		.flatMap(({ municipalities }) => municipalities);
}

function describeSession({ method, answersFor }: Occasion, claims: readonly string[] | null) {
	return {
		method,
		scope: answersFor ? 'answers' : 'full',
		municipalityCode: answersFor?.municipalityCode ?? null,
		personId: answersFor?.personId ?? null,
		claims: claims ? JSON.stringify(claims) : null,
	};
}

/**
 * Sessions of answer links. They belong to a user of their own, which has no address that anybody has, so that nothing that can be
 * done with them is ever done to the sign-in of the person.
 */
const answerSessions = {
	id: 'answer-sessions',
	endpoints: {
		openAnswerSession: createAuthEndpoint(
			'/answers/open',
			{ method: 'POST', body: z.object({ municipalityCode: z.string(), personId: z.uuid() }), metadata: { SERVER_ONLY: true } },
			async (ctx) => {
				const { internalAdapter } = ctx.context;
				const email = getAnswersAddress(ctx.body);
				const found = await internalAdapter.findUserByEmail(email);
				const user =
					found?.user ?? (await internalAdapter.createUser({ email, name: '-', emailVerified: false }, { method: 'answer-link' }));
				const session = await internalAdapter.createSession(user.id);
				await setSessionCookie(ctx, { session, user });
				return ctx.json({ opened: true });
			},
		),
	},
} as const;
