import { and, eq } from 'drizzle-orm';
import type { AdjustableMailKind, MailTemplate } from '#domain/followup/mail-content.ts';
import { adjustableMailKinds } from '#domain/followup/mail-content.ts';
import { mailTemplate } from './schema/mail.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { DomainError } from '#domain/shared/domain-error.ts';

/** The municipality's own words for a kind of mail, at a version; version 0 where it has none. */
export type MailTemplateRow = MailTemplate & { readonly version: number };

/** The municipality's own words by kind; a kind without any is left out. */
export async function listMailTemplates(tx: ReadTx): Promise<Map<AdjustableMailKind, MailTemplateRow>> {
	const rows = await tx.db.select().from(mailTemplate).where(eq(mailTemplate.municipalityCode, tx.tenant));
	const found = new Map<AdjustableMailKind, MailTemplateRow>();
	for (const { kind, subject, opening, version } of rows) {
		const known = adjustableMailKinds.find((each) => each === kind);
		if (known) found.set(known, { subject, opening, version });
	}
	return found;
}

/** Keeps the words for a kind; `version` is that of what was read. Throws conflict `mail.template-changed-meanwhile`. */
export async function saveMailTemplateRow(
	tx: WriteTx,
	kind: AdjustableMailKind,
	{ subject, opening, version }: MailTemplateRow,
	{ who, at }: { readonly who: string; readonly at: Date },
): Promise<void> {
	const words = { subject, opening, version: version + 1, who, changedAt: at };
	const { rowCount } =
		version === 0
			? await tx.db
					.insert(mailTemplate)
					.values({ ...words, municipalityCode: tx.tenant, kind })
					.onConflictDoNothing()
			: await tx.db
					.update(mailTemplate)
					.set(words)
					.where(and(eq(mailTemplate.municipalityCode, tx.tenant), eq(mailTemplate.kind, kind), eq(mailTemplate.version, version)));
	if (rowCount !== 1) throw new DomainError('conflict', 'mail.template-changed-meanwhile');
}
