import { findMunicipality } from '#storage/municipalities.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { Outbox, OutboxMail } from './outbox.ts';

/** How many of the newest mails are shown. */
const most = 200;

/** The mails of a municipality that were put aside instead of sent, newest first; null where a mail server sends them. */
export async function listOutbox(
	context: Context,
	{ municipality, outbox }: { readonly municipality: string; readonly outbox: Outbox | null },
): Promise<{ readonly municipality: MunicipalityProfile; readonly mails: readonly OutboxMail[] | null }> {
	const { code } = await requireMay(context, 'mail.read', municipality);
	const found = await context.database.read(code, findMunicipality);
	if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
	return { municipality: found.profile, mails: outbox && (await outbox.list(`${code}.`, most)) };
}
