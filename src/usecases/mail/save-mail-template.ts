import { findUnknownPlaces, type AdjustableMailKind } from '#domain/followup/mail-content.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listMailTemplates, saveMailTemplateRow, type MailTemplateRow } from '#storage/mail-templates.ts';
import type { Context } from '../context.ts';
import { appendPeopleChanges } from '../people/person-history.ts';
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

/** Keeps a municipality's own words. The history says that they changed, not what they say: they may name somebody. Throws invalid `mail.template-length`, `mail.place-unknown`, `mail.list-in-subject`, `mail.list-twice`, conflict `mail.template-changed-meanwhile`. */
export async function saveMailTemplate(context: Context, input: MailTemplateInput): Promise<void> {
	const { code } = await requireMay(context, 'mail.edit', input.municipality);
	const words = checkWords(input);
	const occasion = { who: context.actor.id, at: context.now() };
	await context.database.write(code, async (tx) => {
		const before = (await listMailTemplates(tx)).get(input.kind) ?? { subject: null, opening: null, version: 0 };
		await saveMailTemplateRow(tx, input.kind, { ...words, version: input.version }, occasion);
		const after = { ...words, version: input.version + 1 };
		await appendPeopleChanges(tx, { ...occasion, reason: 'edit' }, [
			{ entity: 'setting', action: 'changed', entityId: `mail.${input.kind}`, before: describeOwn(before), after: describeOwn(after) },
		]);
	});
}

function describeOwn({ subject, opening, version }: MailTemplateRow) {
	return { hasSubject: subject !== null, hasOpening: opening !== null, version };
}

/** The words as they are kept: on one line for the subject, nothing where they are empty. */
export function checkWords({ subject, opening }: Pick<MailTemplateInput, 'subject' | 'opening'>) {
	const words = { subject: subject.replace(/\s+/g, ' ').trim(), opening: opening.replace(/\r\n?/g, '\n').trim() };
	if (words.subject.length > most.subject || words.opening.length > most.opening) throw new DomainError('invalid', 'mail.template-length');
	const [place] = findUnknownPlaces(`${words.subject} ${words.opening}`);
	if (place !== undefined) throw new DomainError('invalid', 'mail.place-unknown', { place: place.slice(0, 40) });
	if (words.subject.includes('{liste}')) throw new DomainError('invalid', 'mail.list-in-subject');
	if (words.opening.split('{liste}').length > 2) throw new DomainError('invalid', 'mail.list-twice');
	return { subject: words.subject || null, opening: words.opening || null };
}
