import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const client = { id: 'fremdrift', secret: 'a-secret-of-the-tests' } as const;

/** A real OpenID provider on this machine, at which everybody signs in by telling who they are. */
export type IdentityProvider = {
	readonly discovery: string;
	/** Goes the way of a browser from the provider's page to the address it sends back to. */
	signIn(address: string, user: string): Promise<string>;
	close(): Promise<void>;
};

/** Claims of each user, by the id they sign in as. */
export type Users = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Opens the provider. `redirectUris` are the addresses it may send people back to. */
export async function openIdentityProvider(users: Users, redirectUris: readonly string[], inToken = true): Promise<IdentityProvider> {
	const server: Server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const provider = new Provider(issuer, {
		clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [...redirectUris] }],
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'groups'] },
		// As Entra ID and Keycloak do it: what is asked for stands in the token itself.
		conformIdTokenClaims: !inToken,
		cookies: { keys: ['a-key-of-the-tests'] },
		findAccount: (_, id) => ({ accountId: id, claims: () => Promise.resolve({ sub: id, ...users[id] }) }),
	});
	server.on('request', (request, response) => void provider.callback()(request, response));
	return {
		discovery: `${issuer}/.well-known/openid-configuration`,
		signIn: (address, user) => walk(address, user, issuer),
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/** Follows redirects and answers the two questions of the provider, who it is and whether that is all right. */
async function walk(start: string, user: string, issuer: string): Promise<string> {
	const jar = new Map<string, string>();
	let [address, body]: [string, URLSearchParams | undefined] = [start, undefined];
	for (let step = 0; step < 12; step++) {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const response: Response = await fetch(address, { redirect: 'manual', headers: { cookie }, ...(body && { method: 'POST', body }) });
		for (const set of response.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
			jar.set(name, value);
		}
		const location = response.headers.get('location');
		if (location) {
			const next = new URL(location, address).href;
			if (!next.startsWith(issuer)) return next;
			[address, body] = [next, undefined];
			continue;
		}
		const page = await response.text();
		const action = /action="([^"]+)"/.exec(page)?.[1];
		const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
		if (!action || !prompt) throw new Error(`the provider said ${response.status}: ${page.slice(0, 500)}`);
		address = new URL(action, address).href;
		body = new URLSearchParams({ prompt, login: user, password: 'x' });
	}
	throw new Error('the provider sent us round and round');
}
