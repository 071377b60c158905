import type { NewInitiativeFields } from '#usecases/plan-changes/inputs.ts';

/** How many new initiatives the form has room for. */
export const partCount = 4;

/** The new initiatives that an initiative is split into; lines that are left blank are none. */
export function readParts(form: FormData): NewInitiativeFields[] {
	const [numbers, titles] = [form.getAll('partNumber').map(String), form.getAll('partTitle').map(String)];
	return numbers
		.map((number, index) => ({ number: number.trim(), title: (titles[index] ?? '').trim() }))
		.filter(({ number, title }) => number !== '' || title !== '');
}
