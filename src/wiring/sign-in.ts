import { APIError, isAPIError } from 'better-auth/api';
import { countAttempt } from '#storage/sign-in-limits.ts';
import { findLinkAddress, saveSecondFactor } from '#storage/sign-in-users.ts';
import { mayManageSignIn } from '#usecases/access/may-manage-sign-in.ts';
import { noteRefusal, noteSecondFactor } from '#usecases/access/note-session.ts';
import type { OpenSession, SignIn, SignInOutcome } from '#usecases/access/sign-in.ts';
import type { Context } from '#usecases/context.ts';
import type { Config } from './config.ts';
import { answerAuthRequest } from './sign-in-answer.ts';
import { readProviders, readSecret } from './sign-in-config.ts';
import { occasions, type Occasion } from './sign-in-occasion.ts';
import { savePassword } from './sign-in-password.ts';
import { createAuthServer, type AuthServer } from './sign-in-server.ts';
import { readOpenSession } from './sign-in-session.ts';

/** The sign-in of one request, and the cookies that are to go with the answer. */
export type RequestSignIn = { readonly signIn: SignIn; readonly cookies: string[] };
export type OpenedSignIn = { forRequest(request: Request): RequestSignIn };

// A machine on a network may be asked for by several names; more than these are nobody's doing but somebody's trick.
const maxOrigins = 8;

/** Reads the settings of the sign-in once and makes it ready for every request. @throws DomainError `config.invalid` */
export function openSignIn(
	config: Pick<Config, 'secret' | 'dataDir' | 'providersFile' | 'passwords'>,
	context: Pick<Context, 'database' | 'now'>,
): OpenedSignIn {
	const providers = readProviders(config.providersFile);
	const secret = readSecret(config);
	const servers = new Map<string, AuthServer>();
	const getServer = (origin: string) => {
		const server = servers.get(origin) ?? createAuthServer({ ...context, secret, providers, passwords: config.passwords, origin });
		servers.set(origin, server);
		for (const oldest of servers.keys()) if (servers.size > maxOrigins) servers.delete(oldest);
		return server;
	};
	return {
		forRequest: (request) => {
			const cookies: string[] = [];
			const server = getServer(new URL(request.url).origin);
			const desk = new Desk(server, request, cookies, context);
			return { cookies, signIn: describeSignIn(desk, { providers, passwords: config.passwords, context }) };
		},
	};
}

type Answered<Response> = { readonly headers: Headers; readonly response: Response };

/** One browser at the desk: its request, and what it is to remember. */
class Desk {
	readonly server: AuthServer;
	readonly request: Request;
	readonly cookies: string[];
	readonly context: Pick<Context, 'database' | 'now'>;
	#session: Promise<OpenSession | null> | undefined;

	constructor(server: AuthServer, request: Request, cookies: string[], context: Pick<Context, 'database' | 'now'>) {
		this.server = server;
		this.request = request;
		this.cookies = cookies;
		this.context = context;
	}

	findSession(): Promise<OpenSession | null> {
		this.#session ??= this.#readSession();
		return this.#session;
	}

	async #readSession(): Promise<OpenSession | null> {
		const { headers } = this.request;
		// Most visitors have no session; the database need not be asked about them.
		if (!headers.get('cookie')?.includes('fremdrift.session_token')) return null;
		const found = await this.server.api.getSession({ headers, returnHeaders: true });
		this.cookies.push(...found.headers.getSetCookie());
		return readOpenSession(found.response, this.context.now());
	}

	async mayManage(): Promise<boolean> {
		return mayManageSignIn(this.context, await this.findSession());
	}

	/** Calls Better Auth as a part of an occasion and keeps the cookies; undefined when it says no. */
	async call<Response>(occasion: Occasion, work: (headers: Headers) => Promise<Answered<Response>>): Promise<Response | undefined> {
		try {
			const { headers, response } = await occasions.run(occasion, () => work(this.request.headers));
			this.cookies.push(...headers.getSetCookie());
			return response;
		} catch (error) {
			if (isAPIError(error)) return undefined;
			throw error;
		}
	}

	/** Signs in, in the place of whoever was signed in here before. */
	async enter<Response>(occasion: Occasion, work: (headers: Headers) => Promise<Answered<Response>>): Promise<Response | undefined> {
		const before = await this.findSession();
		const entered = await this.call(occasion, work);
		if (entered !== undefined && before) await (await this.server.$context).internalAdapter.deleteSession(before.token);
		return entered;
	}
}

type Settings = {
	readonly providers: ReturnType<typeof readProviders>;
	readonly passwords: boolean;
	readonly context: Pick<Context, 'database' | 'now'>;
};

function describeSignIn(desk: Desk, { providers, passwords, context }: Settings): SignIn {
	const { api } = desk.server;
	return {
		providers: providers.map(({ id, name }) => ({ id, name })),
		hasPasswords: passwords,
		findSession: () => desk.findSession(),
		makeLink: (email) => makeLink(desk, email),
		useLink: (token) => useLink(desk, token, context),
		openAnswers: async (answersFor) => {
			const occasion = { method: 'answer link', answersFor } as const;
			await desk.enter(occasion, (headers) => api.openAnswerSession({ body: answersFor, headers, returnHeaders: true }));
		},
		usePassword: async (email, password) =>
			toOutcome(
				await desk.enter({ method: 'password' }, (headers) => api.signInEmail({ body: { email, password }, headers, returnHeaders: true })),
			),
		findProviderAddress: (provider, to) => findProviderAddress(desk, provider, to),
		setUpSecondFactor: (password) => setUpSecondFactor(desk, password),
		giveCode: (code) => giveCode(desk, code, context),
		savePassword: async (password) => {
			const [open, may] = [await desk.findSession(), await desk.mayManage()];
			if (open && may) await savePassword(desk.server, open, password);
			return open !== null && may;
		},
		removePasskey: async (id) => {
			if (!(await desk.mayManage())) return;
			await desk.call({ method: 'passkey' }, (headers) => api.deletePasskey({ body: { id }, headers, returnHeaders: true }));
		},
		signOut: async () => {
			await desk.call({ method: 'link' }, (headers) => api.signOut({ headers, returnHeaders: true }));
		},
		answer: () => answerAuthRequest(desk.server, desk.request, desk.findSession(), context),
	};
}

function toOutcome(answer: object | undefined): SignInOutcome {
	if (!answer) return 'refused';
	return 'twoFactorRedirect' in answer ? 'code needed' : 'signed in';
}

async function useLink(desk: Desk, token: string, context: Settings['context']): Promise<SignInOutcome> {
	// Asked before the try, which uses the link up. Whose a link was that has been used already, nobody knows any more.
	const email = await context.database.signIn((tx) => findLinkAddress(tx, token));
	const verify = (headers: Headers) => desk.server.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
	const outcome = toOutcome(await desk.enter({ method: 'link' }, verify));
	if (outcome === 'refused' && email) await noteRefusal(context, { email, method: 'link' });
	return outcome;
}

async function makeLink(desk: Desk, email: string): Promise<string> {
	const occasion: Occasion = { method: 'link' };
	await occasions.run(occasion, () => desk.server.api.signInMagicLink({ body: { email }, headers: new Headers() }));
	return occasion.token ?? '';
}

async function findProviderAddress(desk: Desk, provider: string, to: string): Promise<string | null> {
	const errorCallbackURL = `${to.startsWith('/en/') ? '/en' : ''}/login?fejl=udbyder`;
	const answer = await desk.call({ method: 'oidc' }, (headers) =>
		desk.server.api.signInSocial({
			body: { provider, callbackURL: to, errorCallbackURL, disableRedirect: true },
			headers,
			returnHeaders: true,
		}),
	);
	return answer?.url ?? null;
}

async function setUpSecondFactor(desk: Desk, password?: string): Promise<Awaited<ReturnType<SignIn['setUpSecondFactor']>>> {
	if (!(await desk.mayManage())) return null;
	const answer = await desk.call({ method: 'link' }, (headers) =>
		desk.server.api.enableTwoFactor({ body: { method: 'totp', ...(password && { password }) }, headers, returnHeaders: true }),
	);
	if (!answer || !('totpURI' in answer)) return null;
	const { totpURI: uri, backupCodes } = answer;
	return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes };
}

// A code is taken in the half minute it is shown and in the ones beside it.
const codeLifeMs = 120_000;

/**
 * Who signed in with a password has no session until the code is given; everybody else has one that the code makes whole. A code is
 * good once: who has read it over a shoulder comes too late (RFC 6238, section 5.2).
 */
async function giveCode(desk: Desk, code: string, { database, now }: Pick<Context, 'database' | 'now'>): Promise<boolean> {
	const open = await desk.findSession();
	const { method = 'password', claims = null } = open?.session ?? {};
	const given = code.replace(/\s/g, '');
	const isOfApp = /^\d{6}$/.test(given);
	const takeCode = async (userId: string) =>
		(await database.signIn((tx) => countAttempt(tx, `code ${userId} ${given}`, codeLifeMs, now()))) === 1;
	const occasion: Occasion = {
		...{ method, hasSecondFactor: true, continues: open !== null },
		...(claims && { claims }),
		// Without a session the code makes one, and is taken before anybody is signed in by it.
		...(isOfApp && !open && { takeCode }),
	};
	const answer = await desk.call(occasion, async (headers) => {
		if (!isOfApp) return desk.server.api.verifyBackupCode({ body: { code: given }, headers, returnHeaders: true });
		const checked = await desk.server.api.verifyTOTP({ body: { code: given }, headers, returnHeaders: true });
		if (open && !(await takeCode(open.userId))) throw new APIError('UNAUTHORIZED');
		return checked;
	});
	if (answer && open) {
		await database.signIn((tx) => saveSecondFactor(tx, open.token, now()));
		await noteSecondFactor({ database, now }, open.session);
	}
	return answer !== undefined;
}
