/** How somebody proved who they are. */
export const signInMethods = ['link', 'passkey', 'oidc', 'password', 'answer link'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** A session as the sign-in keeps it: who somebody is to the installation, not yet what they are to a municipality. */
export type Session = {
	readonly email: string;
	readonly method: SignInMethod;
	/** When the person signed in. */
	readonly since: Date;
	/** Set for who came by an answer link: the one person of one municipality whose answers it is good for. */
	readonly answersFor: { readonly municipalityCode: string; readonly personId: string } | null;
	/**
	 * What the identity provider vouches for, such as `0340:coordinator` or `0340:*`, or how far its deciding on roles limits another way
	 * of signing in (`limitClaims`); null where it does not.
	 */
	readonly claims: readonly string[] | null;
	/** Whether a second factor has been given in this session: a code, or a passkey that knew its owner. */
	readonly hasSecondFactor: boolean;
	/** Whether the user has set up codes as a second factor, which then are asked for whatever the role. */
	readonly hasCodes: boolean;
};

/** The address of the user that sessions of answer links belong to: one that nobody can have. */
export function getAnswersAddress({ municipalityCode, personId }: NonNullable<Session['answersFor']>): string {
	return `${personId}@${municipalityCode}.answers.invalid`;
}
