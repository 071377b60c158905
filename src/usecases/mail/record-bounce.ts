import { readBounce } from '#importers/read-bounce.ts';
import { findMail, markBounced } from '#storage/mails.ts';
import { findPerson, saveBounce } from '#storage/people.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay, requireMayAnywhere } from '../require-may.ts';

/**
 * Notes that a mail came back, from the notification about it: the mail counts as refused, and its address as one that mail does not
 * reach until another is entered. True when it was one of ours; false for anything else, which is left alone.
 */
export async function recordBounce(context: Context, { message }: { readonly message: Uint8Array }): Promise<boolean> {
	requireMayAnywhere(context, 'service.manage');
	const bounce = await readBounce(message);
	const [, municipality, id] = /^(\d{4})\.([0-9a-f-]{36})@/.exec(bounce?.messageId ?? '') ?? [];
	if (!bounce || !municipality || !id) return false;
	const tenant = await requireMay(context, 'mail.edit', municipality).catch(ignoreUnknown);
	if (!tenant) return false;
	const at = context.now();
	return context.database.write(tenant.code, async (tx) => {
		const mail = await findMail(tx, id);
		if (!mail) return false;
		await markBounced(tx, id, bounce.reason);
		const person = mail.personId ? await findPerson(tx, mail.personId) : undefined;
		// Another address has been entered since: that it was the old one that failed is no news.
		if (person && person.email === mail.toAddress) await saveBounce(tx, person.id, { at, reason: bounce.reason });
		return true;
	});
}

function ignoreUnknown(error: unknown): undefined {
	if (error instanceof DomainError && error.kind === 'not-found') return undefined;
	throw error;
}
