import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignInMethod } from '#usecases/access/session.ts';

/** What is known about one act of signing in while Better Auth carries it out. Without one no session is opened. */
export type Occasion = {
	readonly method: SignInMethod;
	/** For whom an answer link opens a session. */
	readonly answersFor?: { readonly municipalityCode: string; readonly personId: string };
	/** Part of a session that is open and has been noted: a session that takes its place is no sign-in of its own. */
	readonly continues?: boolean;
	/** The second factor was part of it: a code, or a passkey that knew its owner. */
	hasSecondFactor?: boolean;
	/** Uses a code up; false when it was used before. */
	readonly takeCode?: (userId: string) => Promise<boolean>;
	/** What the identity provider said. */
	claims?: readonly string[];
	email?: string;
	name?: string;
	/** The secret of a link that was made. */
	token?: string;
};

/** The act of signing in that the running code is part of. */
export const occasions = new AsyncLocalStorage<Occasion>();
