import { dimensions, type Dimension } from '#domain/followup/dimension.ts';
import { sortKeys, type RegisterFilter, type RegisterSort, type SortKey } from '#domain/followup/register.ts';
import { parseYear } from '#domain/shared/year.ts';
import { yearName } from './urls.ts';

/** What the register shows, as the address says it. The address is the same in both languages. Without a year it is the newest follow-up. */
export type RegisterQuery = { readonly year?: number; readonly filter: RegisterFilter; readonly text: string; readonly sort: RegisterSort };

/** The name of each filter in an address. */
export const filterNames: Readonly<Record<Dimension, string>> = {
	section: 'afsnit',
	sector: 'sektor',
	state: 'status',
	priority: 'prioritet',
	progress: 'fremdrift',
	fulfilment: 'maalopfyldelse',
	responsible: 'ansvarlig',
	co2Relation: 'co2',
};
export const textName = 'q';

const colours = { green: 'groen', yellow: 'gul', red: 'roed', white: 'hvid', pink: 'lyseroed', text: 'med-ord' };

/** Codes that are written in Danish in an address; a section, a sector and a responsible body stand as they are. */
const written: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
	progress: colours,
	fulfilment: colours,
	state: {
		'in progress': 'i-gang',
		'partly in progress': 'delvis-i-gang',
		planning: 'planlaegning',
		'not started': 'ikke-igangsat',
		'on hold': 'i-bero',
		completed: 'afsluttet',
	},
	priority: {
		prioritised: 'prioriteret',
		'planned prioritised': 'planlagt-prioriteret',
		'not prioritised': 'ikke-prioriteret',
	},
	co2Relation: { calculated: 'beregnet', supporting: 'understoettende', 'not calculated': 'ikke-beregnet' },
};
const notStated = 'ikke-oplyst';
/** Every value costs a look at every line and a link in every chip; no plan has as many kinds of anything. */
const mostValues = 100;
const longestValue = 200;

const sortNames: Readonly<Record<SortKey, string>> = {
	position: 'plan',
	number: 'nummer',
	title: 'indsats',
	section: 'afsnit',
	sector: 'sektor',
	startDate: 'start',
	state: 'status',
	priority: 'prioritet',
	progress: 'fremdrift',
	fulfilment: 'maalopfyldelse',
	responsible: 'ansvarlig',
	budget: 'budget',
	co2Relation: 'co2',
};
const planOrder: RegisterSort = { by: 'position', descending: false };

/** Reads the register's address. What it does not know is left out: an old link shows more, never an error. */
export function readRegisterQuery(search: URLSearchParams): RegisterQuery {
	const filter = Object.fromEntries(
		dimensions
			.map((dimension) => [dimension, readValues(dimension, search.getAll(filterNames[dimension]))] as const)
			.filter(([, values]) => values.length > 0),
	);
	const sort = search.get('sorter') ?? '';
	const by = sortKeys.find((key) => sortNames[key] === sort.replace(/^-/, ''));
	const year = parseYear(search.get(yearName) ?? '');
	return {
		...(year === undefined ? {} : { year }),
		filter,
		text: (search.get(textName) ?? '').trim().slice(0, 200),
		sort: by ? { by, descending: sort.startsWith('-') } : planOrder,
	};
}

/** Writes the register's address: `?fremdrift=roed&sorter=-start`, or nothing when everything is shown in the plan's order. */
export function writeRegisterQuery(query: Partial<RegisterQuery>): string {
	const search = new URLSearchParams();
	if (query.year !== undefined) search.set(yearName, String(query.year));
	if (query.text) search.set(textName, query.text);
	for (const dimension of dimensions) {
		for (const value of query.filter?.[dimension] ?? []) search.append(filterNames[dimension], writeValue(dimension, value));
	}
	const sort = writeSort(query.sort);
	if (sort) search.set('sorter', sort);
	const text = search.toString();
	return text && `?${text}`;
}

/** The sort as the address writes it; empty for the plan's own order. */
export function writeSort(sort: RegisterSort = planOrder): string {
	return sort.by === 'position' && !sort.descending ? '' : `${sort.descending ? '-' : ''}${sortNames[sort.by]}`;
}

/** One value of a filter as the address writes it. */
export function writeValue(dimension: Dimension, value: string | null): string {
	return value === null ? notStated : (written[dimension]?.[value] ?? value);
}

/** The query without one value of a filter, as a chip's link takes it away. */
export function removeValue(query: RegisterQuery, dimension: Dimension, value: string | null): RegisterQuery {
	const kept = (query.filter[dimension] ?? []).filter((other) => other !== value);
	return { ...query, filter: { ...query.filter, [dimension]: kept } };
}

function readValues(dimension: Dimension, texts: readonly string[]): (string | null)[] {
	const codes = written[dimension];
	const distinct = [...new Set(texts)].filter((text) => text !== '' && text.length <= longestValue).slice(0, mostValues);
	const values = distinct.map((text) => {
		if (text === notStated) return null;
		return codes ? Object.keys(codes).find((code) => codes[code] === text) : text;
	});
	return [...new Set(values.filter((value) => value !== undefined))];
}
