import type { Session } from './session.ts';

/** A session that is open in the browser that asks. */
export type OpenSession = {
	readonly session: Session;
	readonly userId: string;
	readonly token: string;
	readonly hasSecondFactorSetUp: boolean;
};

/** Seconds that a link to sign in works. */
export const signInLinkSeconds = 30 * 60;

/** What came of signing in: in, a code of the second factor is asked for first, or no. */
export type SignInOutcome = 'signed in' | 'code needed' | 'refused';

/** What is shown once while a second factor is set up. */
export type SecondFactorSetUp = { readonly uri: string; readonly secret: string; readonly backupCodes: readonly string[] };

/**
 * The sign-in as the pages see it, for one request. What the browser is to remember goes with the answer by itself.
 * Whoever signs in, in whatever way, takes the place of who was signed in on that browser before.
 */
export type SignIn = {
	/** Organisations whose own sign-in can be used. */
	readonly providers: readonly { readonly id: string; readonly name: string }[];
	/** Whether passwords are switched on. */
	readonly hasPasswords: boolean;
	/** The session of the browser; null for a visitor, and for one whose time is over. */
	findSession(): Promise<OpenSession | null>;
	/** Makes the secret of a link to sign in with, good for one use within half an hour. Stored as a hash. */
	makeLink(email: string): Promise<string>;
	/** Signs in by the secret of such a link. */
	useLink(token: string): Promise<SignInOutcome>;
	/** Signs in who came by an answer link; the link itself has been checked. */
	openAnswers(answersFor: NonNullable<Session['answersFor']>): Promise<void>;
	usePassword(email: string, password: string): Promise<SignInOutcome>;
	/** The address at the provider that the browser is sent to; null for a provider that is not there. `to` is a path of ours. */
	findProviderAddress(provider: string, to: string): Promise<string | null>;
	/** Begins setting up a second factor; null where one is set up already, or the password that there is was not right. */
	setUpSecondFactor(password?: string): Promise<SecondFactorSetUp | null>;
	/** A code of the second factor, or one of the codes for when it is lost. True when it was right and not used before. */
	giveCode(code: string): Promise<boolean>;
	/** Replaces the password of who is signed in. False, and nothing is stored, where the session may not manage how to sign in. */
	savePassword(password: string): Promise<boolean>;
	removePasskey(id: string): Promise<void>;
	signOut(): Promise<void>;
	/** Answers what a provider and a passkey's script ask for; everything else is not there. */
	answer(): Promise<Response>;
};
