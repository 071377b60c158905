import { accountKinds, gwpSets } from '#domain/account/account.ts';
import type { AccountHead } from '#domain/account/account-draft.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { readText } from '#web/read-form.ts';

/** What a person typed about a file of accounts, as it was typed. */
export type TypedHead = Readonly<Record<(typeof fields)[number], string>>;
const fields = [
	'kind',
	'release',
	'releaseDate',
	'methodVersion',
	'source',
	'gwpSet',
	'population',
	'populationYear',
	'chosenTotal',
] as const;

export function readTypedHead(form: FormData): TypedHead {
	return Object.fromEntries(fields.map((field) => [field, readText(form, field).slice(0, 300)])) as TypedHead;
}

/** The same understood; a number that is none becomes NaN and is refused by the use case. */
export function toHead(typed: TypedHead): AccountHead {
	const count = (text: string) => (text === '' ? null : /^[\d. ]+$/.test(text) ? Number(text.replace(/[. ]/g, '')) : NaN);
	return {
		kind: accountKinds.find((kind) => kind === typed.kind) ?? 'geographic',
		release: typed.release,
		releaseDate: parseCalendarDate(typed.releaseDate) ?? null,
		methodVersion: typed.methodVersion || null,
		source: typed.source,
		gwpSet: gwpSets.find((set) => set === typed.gwpSet) ?? null,
		population: count(typed.population),
		populationYear: count(typed.populationYear),
		chosenTotal: typed.chosenTotal || null,
	};
}
