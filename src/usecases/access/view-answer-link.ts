import { findAnswerLink, readTokenMunicipality, type AnswerLink } from '#storage/answer-links.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findStanding } from '#storage/sign-in-standing.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

export type AnswerLinkView = {
	readonly municipality: MunicipalityProfile;
	/** Year of the round it was made for; null where the link is no good, whatever the reason. */
	readonly year: number | null;
};

/**
 * Tells whether an answer link is good, and changes nothing: programs that look for harmful mail open links before people do.
 * Says nothing of whom it is for. Throws not-found `municipality.unknown`.
 */
export async function viewAnswerLink(
	context: Context,
	{ municipality, token }: { readonly municipality: string; readonly token: string },
): Promise<AnswerLinkView> {
	const { code } = await requireMay(context, 'plan.read', municipality);
	return context.database.read(code, async (tx) => {
		const found = await findMunicipality(tx);
		if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		const link = await findGoodAnswerLink(tx, token, context.now());
		return { municipality: found.profile, year: link?.year ?? null };
	});
}

/** The link of a secret while it can be used: neither expired nor revoked, of a person who is still here. */
export async function findGoodAnswerLink(tx: ReadTx, token: string, now: Date): Promise<AnswerLink | undefined> {
	if (readTokenMunicipality(token) !== tx.tenant) return undefined;
	const link = await findAnswerLink(tx, token);
	if (!link || link.revokedAt || link.expiresAt <= now) return undefined;
	return (await findStanding(tx, { personId: link.personId }, now)) && link;
}
