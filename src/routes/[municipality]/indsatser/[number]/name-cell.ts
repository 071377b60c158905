import { draftFields } from '#domain/followup/draft-initiative.ts';
import { fieldLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';

/** The name of a stored cell: the field's own word, or the document's heading where no field was recognised. */
export function nameCell(name: string, locale: Locale): string {
	const field = draftFields.find((one) => one === name);
	return field ? fieldLabel(field, locale) : name;
}
