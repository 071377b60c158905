import { DomainError } from '#domain/shared/domain-error.ts';
import { removeUser } from '#storage/sign-in-users.ts';
import type { Context } from '../context.ts';
import { requireMay, requireMayAnywhere } from '../require-may.ts';
import { listAdmitting } from './admit.ts';
import type { SignIn } from './sign-in.ts';

export type MakeSignInLinkInput = {
	readonly municipality: string;
	readonly email: string;
	/** Takes passkeys and second factor away first, for one who has lost them. */
	readonly reset: boolean;
	readonly makeLink: SignIn['makeLink'];
};

/**
 * Makes a link to sign in with, for who runs the service to hand over: before mail is set up, and to one who has lost everything
 * else. Throws not-found `person.unknown` for an address that is nobody in the municipality.
 */
export async function makeSignInLink(context: Context, input: MakeSignInLinkInput): Promise<string> {
	requireMayAnywhere(context, 'service.manage');
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const known = await listAdmitting(context, { email: input.email, claims: null });
	const email = known.find(({ municipalityCode }) => municipalityCode === code)?.email.toLowerCase();
	if (!email) throw new DomainError('not-found', 'person.unknown');
	if (input.reset) await context.database.signIn((tx) => removeUser(tx, email));
	return `${context.address}/login/link?kode=${encodeURIComponent(await input.makeLink(email))}`;
}
