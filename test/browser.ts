import type { SignIn } from '#usecases/access/sign-in.ts';
import type { OpenedSignIn } from '#wiring/sign-in.ts';

/** A browser as far as the sign-in knows one: it keeps cookies and sends them with each request. */
export class Browser {
	readonly #opened: OpenedSignIn;
	readonly #origin: string;
	readonly #jar = new Map<string, string>();
	/** What the latest answer set. */
	lastCookies: readonly string[] = [];

	constructor(opened: OpenedSignIn, origin = 'http://localhost:3000') {
		this.#opened = opened;
		this.#origin = origin;
	}

	/** Does something at the desk of one request. */
	async ask<Result>(work: (desk: SignIn) => Promise<Result>): Promise<Result> {
		const { signIn, cookies } = this.#opened.forRequest(this.#request('/', 'GET'));
		const result = await work(signIn);
		this.#keep(cookies);
		return result;
	}

	/** Asks one of Better Auth's own addresses. */
	async get(address: string, method = 'GET'): Promise<Response> {
		const { signIn, cookies } = this.#opened.forRequest(this.#request(address, method));
		const response = await signIn.answer();
		this.#keep([...cookies, ...response.headers.getSetCookie()]);
		return response;
	}

	/** The header with everything the browser keeps. */
	get cookie(): string {
		return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	changeCookies(change: (value: string) => string): void {
		for (const [name, value] of this.#jar) this.#jar.set(name, change(value));
	}

	#request(address: string, method: string): Request {
		const { cookie } = this;
		const url = new URL(address, this.#origin);
		return new Request(url, { method, headers: { ...(cookie && { cookie }), origin: this.#origin } });
	}

	#keep(cookies: readonly string[]): void {
		this.lastCookies = cookies;
		for (const cookie of cookies) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			if (/max-age=0/i.test(cookie)) this.#jar.delete(name);
			else this.#jar.set(name, value);
		}
	}
}
