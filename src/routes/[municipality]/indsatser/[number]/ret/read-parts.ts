import type { NewInitiativeFields } from '#usecases/plan-changes/inputs.ts';
import { readText } from '#web/read-form.ts';

/** How many new initiatives the form has room for. */
export const partCount = 4;

/** The new initiatives that an initiative is split into; lines that are left blank are none. */
export function readParts(form: FormData): NewInitiativeFields[] {
	return Array.from({ length: partCount }, (_, index) => ({
		number: readText(form, `partNumber ${index + 1}`),
		title: readText(form, `partTitle ${index + 1}`),
	})).filter(({ number, title }) => number !== '' || title !== '');
}
