import { getDanishDay } from '#domain/shared/danish-day.ts';
import { addMail } from '#storage/mails.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import type { Context } from '../context.ts';
import { listAdmitting } from './admit.ts';
import type { SignIn } from './sign-in.ts';

/** Puts the mail into words; `municipality` is the bare name. */
export type WordSignInMail = (content: { readonly link: string; readonly municipality: string }) => {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
};

/**
 * Queues a mail with a link to sign in for an address that somebody typed, where it is known. Whoever asks is told the same, and
 * told before this begins: neither the answer nor its time says whether the address is known.
 * Gives the code of the municipality that the mail is queued in; null when there is none.
 * @param path page that takes the link's secret at its end
 */
export async function sendSignInLink(
	context: Context,
	input: { readonly email: string; readonly path: string; readonly makeLink: SignIn['makeLink']; readonly word: WordSignInMail },
): Promise<string | null> {
	const [known] = await listAdmitting(context, { email: input.email, claims: null });
	if (!known) return null;
	const link = `${context.address}${input.path}${encodeURIComponent(await input.makeLink(known.email.toLowerCase()))}`;
	const at = context.now();
	await context.database.write(known.municipalityCode, async (tx) => {
		const municipality = (await findMunicipality(tx))?.profile.name ?? '';
		await addMail(
			tx,
			{
				kind: 'sign-in',
				personId: known.personId,
				planId: null,
				year: null,
				day: getDanishDay(at).day,
				isGathered: false,
				// The address as it is stored: what was typed may only look like it.
				toAddress: known.email,
				...input.word({ link, municipality }),
			},
			at,
		);
	});
	return known.municipalityCode;
}
