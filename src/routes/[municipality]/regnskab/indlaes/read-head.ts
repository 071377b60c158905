import { accountKinds, gwpSets } from '#domain/account/account.ts';
import type { AccountHead, ChosenTotal } from '#domain/account/account-draft.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { readText } from '#web/read-form.ts';

/** What a person typed about a file of accounts, as it was typed. */
export type TypedHead = Readonly<Record<(typeof fields)[number], string>> & { readonly chosenTotals: readonly string[] };
const fields = ['kind', 'release', 'releaseDate', 'methodVersion', 'source', 'gwpSet', 'population', 'populationYear'] as const;

export function readTypedHead(form: FormData): TypedHead {
	const texts = Object.fromEntries(fields.map((field) => [field, readText(form, field).slice(0, 300)])) as Record<
		(typeof fields)[number],
		string
	>;
	const chosenTotals = form.getAll('chosenTotal').filter((value) => typeof value === 'string' && value !== '');
	return { ...texts, chosenTotals: chosenTotals as string[] };
}

/** A choice of a total as a form holds it: "2018 2019: Samlet (1)". */
export function writeChosenTotal({ years, label }: ChosenTotal): string {
	return `${years.join(' ')}: ${label}`;
}

function readChosenTotal(text: string): ChosenTotal[] {
	const [, years, label] = /^((?:\d{4} ?)+): (.+)$/.exec(text) ?? [];
	return years && label ? [{ years: years.split(' ').map(Number), label }] : [];
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
		chosenTotals: typed.chosenTotals.flatMap(readChosenTotal),
	};
}
