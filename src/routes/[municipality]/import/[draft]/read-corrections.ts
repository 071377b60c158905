import { draftFields, type DraftField } from '#domain/followup/draft-initiative.ts';
import type { ValueCorrection } from '#usecases/imports/import-preview.ts';
import { readText } from '#web/read-form.ts';

/** The name of a field in the form. */
export function nameValue(field: string): string {
	return `felt-${field}`;
}

/** The name of the hidden field that holds what it said before. */
export function nameBefore(field: string): string {
	return `foer-${field}`;
}

/** What stands in the form of one initiative, as typed: shown again when it is refused. */
export function readTexts(form: FormData): Partial<Record<DraftField, string>> {
	return Object.fromEntries(
		draftFields.filter((field) => form.has(nameValue(field))).map((field) => [field, readText(form, nameValue(field))]),
	);
}

/** What a person changed in the form of one initiative: fields that say the same as before are left out. */
export function readCorrections(form: FormData, number: string): ValueCorrection[] {
	return draftFields
		.filter((field) => form.has(nameValue(field)) && readText(form, nameValue(field)) !== readText(form, nameBefore(field)))
		.map((field) => ({ number, field, text: readText(form, nameValue(field)) || null }));
}
