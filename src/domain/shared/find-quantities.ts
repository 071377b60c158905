import { parseDanishNumber } from './danish-number.ts';

/** A number with its unit as a text has them. `unit` is normalised (`t`, `kWh`, `ha`), null where none is written. */
export type FoundQuantity = {
	readonly value: number;
	readonly unit: string | null;
	/** Digits after the comma. */
	readonly decimals: number;
	/** Places of the first character and after the last one. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
};

const units: Readonly<Record<string, string>> = {
	'ton|tons|tonnes|t': 't',
	kg: 'kg',
	'hektar|ha': 'ha',
	km: 'km',
	gwh: 'GWh',
	mwh: 'MWh',
	kwh: 'kWh',
	gw: 'GW',
	mw: 'MW',
	kw: 'kW',
	'mio\\.?\\s*kr\\.?': 'mio. kr.',
	'kroner|kr\\.?': 'kr.',
	'm2|m²|kvm': 'm2',
	'm3|m³': 'm3',
	'stk\\.?': 'stk',
	'%|pct\\.?|procent': '%',
};
const anyUnit = Object.keys(units).join('|');
// "ton/CO2" and "ton CO2e" are tonnes like any other: what they are tonnes of does not change the sum.
const quantity = new RegExp(
	`(?<![\\p{L}\\p{N}.,/-])(\\d{1,3}(?:\\.\\d{3})+|\\d+)(,\\d+)?(?:\\s*(${anyUnit})(?![\\p{L}\\p{N}])(?:[\\s/]*CO2e?)?|(?![\\p{L}\\p{N}/]|-[\\p{L}\\p{N}]|[.,]\\d))`,
	'giu',
);

/** The numbers of a Danish text with their units, in order. Numbers glued to letters (`20a`, `CO2`, `2022-23`) are names, not quantities. */
export function findQuantities(text: string): FoundQuantity[] {
	return [...text.matchAll(quantity)].flatMap((match) => {
		const [all, whole = '', fraction = '', unit] = match;
		const value = parseDanishNumber(whole + fraction);
		if (value === undefined) return [];
		const decimals = Math.max(0, fraction.length - 1);
		return [{ value, unit: unit ? normaliseUnit(unit) : null, decimals, start: match.index, end: match.index + all.length, text: all }];
	});
}

function normaliseUnit(written: string): string {
	const found = Object.entries(units).find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(written));
	return found?.[1] ?? written;
}
