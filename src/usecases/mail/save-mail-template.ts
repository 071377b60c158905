import { findUnknownPlaces, type AdjustableMailKind } from '#domain/followup/mail-content.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveMailTemplateRow } from '#storage/mail-templates.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

export type MailTemplateInput = {
	readonly municipality: string;
	readonly kind: AdjustableMailKind;
	/** Empty goes back to the product's own words. */
	readonly subject: string;
	readonly opening: string;
	/** Version of the words that were changed; 0 where there were none. */
	readonly version: number;
};

const most = { subject: 200, opening: 2000 };

/** Keeps a municipality's own words. Throws invalid `mail.template-length`, `mail.place-unknown`, conflict `mail.template-changed-meanwhile`. */
export async function saveMailTemplate(context: Context, input: MailTemplateInput): Promise<void> {
	const { code } = await requireMay(context, 'mail.edit', input.municipality);
	const words = checkWords(input);
	const occasion = { who: context.actor.id, at: context.now() };
	await context.database.write(code, (tx) => saveMailTemplateRow(tx, input.kind, { ...words, version: input.version }, occasion));
}

/** The words as they are kept: on one line for the subject, nothing where they are empty. */
export function checkWords({ subject, opening }: Pick<MailTemplateInput, 'subject' | 'opening'>) {
	const words = { subject: subject.replace(/\s+/g, ' ').trim(), opening: opening.replace(/\r\n?/g, '\n').trim() };
	if (words.subject.length > most.subject || words.opening.length > most.opening) throw new DomainError('invalid', 'mail.template-length');
	const [place] = findUnknownPlaces(`${words.subject} ${words.opening}`);
	if (place !== undefined) throw new DomainError('invalid', 'mail.place-unknown', { place: place.slice(0, 40) });
	return { subject: words.subject || null, opening: words.opening || null };
}
