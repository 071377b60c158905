import { mayManageSignIn } from '#usecases/access/may-manage-sign-in.ts';
import type { OpenSession } from '#usecases/access/sign-in.ts';
import type { Context } from '#usecases/context.ts';
import type { SignInMethod } from '#usecases/access/session.ts';
import { occasions } from './sign-in-occasion.ts';
import { basePath, type AuthServer } from './sign-in-server.ts';

type Door = { readonly method: 'GET' | 'POST'; readonly by: SignInMethod; readonly manages: boolean };

/** The few of Better Auth's addresses that browsers may ask for; all else goes through the pages. */
const doors: Readonly<Record<string, Door>> = {
	'/passkey/generate-authenticate-options': { method: 'GET', by: 'passkey', manages: false },
	'/passkey/verify-authentication': { method: 'POST', by: 'passkey', manages: false },
	'/passkey/generate-register-options': { method: 'GET', by: 'passkey', manages: true },
	'/passkey/verify-registration': { method: 'POST', by: 'passkey', manages: true },
};
const callback: Door = { method: 'GET', by: 'oidc', manages: false };

/** Answers a request for one of Better Auth's own addresses. What is not a door is not there. */
export async function answerAuthRequest(
	server: AuthServer,
	request: Request,
	session: Promise<OpenSession | null>,
	context: Pick<Context, 'database' | 'now'>,
): Promise<Response> {
	const path = new URL(request.url).pathname.slice(basePath.length);
	const door = /^\/callback\/[a-z0-9-]+$/.test(path) ? callback : Object.hasOwn(doors, path) ? doors[path] : undefined;
	if (door?.method !== request.method) return new Response(null, { status: 404 });
	const before = await session;
	if (door.manages && !(await mayManageSignIn(context, before))) return new Response(null, { status: 403 });
	const response = await occasions.run({ method: door.by }, () => server.handler(request));
	// Somebody else has taken the browser over: the session that was open there ends.
	const isIn = response.headers.getSetCookie().some((cookie) => /session_token=[^;]/.test(cookie) && !/max-age=0/i.test(cookie));
	if (isIn && before && !door.manages) await (await server.$context).internalAdapter.deleteSession(before.token);
	const answer = new Response(response.body, response);
	answer.headers.set('cache-control', 'no-store');
	return answer;
}
