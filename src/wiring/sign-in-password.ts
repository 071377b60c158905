import type { OpenSession } from '#usecases/access/sign-in.ts';
import type { AuthServer } from './sign-in-server.ts';

/** Replaces the password of who is signed in; the session has proved more than a password does, so the old one is not asked for. */
export async function savePassword(server: AuthServer, open: OpenSession, password: string): Promise<void> {
	const { internalAdapter, password: hasher } = await server.$context;
	const hash = await hasher.hash(password);
	const accounts = await internalAdapter.findAccounts(open.userId);
	if (accounts.some(({ providerId }) => providerId === 'credential')) return internalAdapter.updatePassword(open.userId, hash);
	await internalAdapter.linkAccount({ userId: open.userId, providerId: 'credential', accountId: open.userId, password: hash });
}
