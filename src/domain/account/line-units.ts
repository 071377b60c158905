import { activityUnits, type ActivityUnit } from '../pathway/model.ts';
import { convertUnit } from '../pathway/units.ts';
import type { Gas } from './account.ts';

/** Gas under a stated pressure is neither a plain cubic metre nor the other one. */
type Unit = ActivityUnit | 'Nm3' | 'Sm3';

/** A unit of activity as a source writes it: "1.000 Nm3" is a thousand of one. */
export type LineUnit = { readonly unit: Unit; readonly times: number };

/** A unit of a factor: kilograms of what, for how much. */
export type FactorUnit = { readonly kilograms: number; readonly gas: Exclude<Gas, 'F-gases'> | null; readonly per: LineUnit };

const otherWords: Readonly<Record<string, Unit>> = {
	...{ ton: 't', tons: 't', tonne: 't', tonnes: 't', kilo: 'kg', liter: 'l', litre: 'l', hektar: 'ha', kilometer: 'km' },
	...{
		dyr: 'head',
		stk: 'head',
		styk: 'head',
		personkm: 'pkm',
		tonkm: 'tkm',
		personer: 'person',
		indbygger: 'person',
		indbyggere: 'person',
	},
};
const byWord = new Map<string, Unit>([
	...[...activityUnits, 'Nm3' as const, 'Sm3' as const].map((unit) => [unit.toLowerCase(), unit] as const),
	...Object.entries(otherWords),
]);
const multiples: readonly (readonly [RegExp, number])[] = [
	// The million first: "1 000 000 " begins with a thousand.
	[/^(?:mio\.?|million(?:er)?|1[. ]?000[. ]?000) /, 1e6],
	[/^(?:1[. ]?000|tusind|ts\.?) /, 1e3],
];
const masses: Readonly<Record<string, number>> = { g: 0.001, kg: 1, t: 1000, ton: 1000, tons: 1000, tonne: 1000, tonnes: 1000 };
/** Without hyphens, dots and spaces: "CO2-ækv." is `co2ækv`. */
const gases: Readonly<Record<string, Exclude<Gas, 'F-gases'>>> = {
	...{ co2: 'CO2', ch4: 'CH4', n2o: 'N2O' },
	...{ co2e: 'CO2e', co2eq: 'CO2e', co2equivalent: 'CO2e', co2equivalents: 'CO2e' },
	...{ co2ækv: 'CO2e', co2ækvivalent: 'CO2e', co2ækvivalenter: 'CO2e' },
};

/** Reads a unit of activity; undefined for words that are none of those a factor can be for. */
export function readLineUnit(text: string | null): LineUnit | undefined {
	const words = tidy(text).replace(/\/år$/, '');
	const multiple = multiples.find(([form]) => form.test(words));
	const unit = byWord.get(multiple ? words.replace(multiple[0], '') : words);
	return unit && { unit, times: multiple?.[1] ?? 1 };
}

/** Reads "kg CO2/GJ", "t pr. TJ" or "g/kWh"; undefined for anything else, such as carbon alone. */
export function readFactorUnit(text: string | null): FactorUnit | undefined {
	const form = /^(g|kg|t|tons?|tonnes?)(?: (\S+?(?: \S+?)?))? ?(?:\/| pr\.? | per ) ?(.+)$/;
	const [, mass, words, of] = form.exec(tidy(text)) ?? [];
	const per = readLineUnit(of ?? null);
	const gas = words === undefined ? null : readGas(words);
	if (mass === undefined || !per || gas === undefined) return undefined;
	return { kilograms: masses[mass] ?? 1, gas, per };
}

function readGas(words: string): FactorUnit['gas'] | undefined {
	const gas = words.replace(/[-. ]/g, '');
	return Object.hasOwn(gases, gas) ? gases[gas] : undefined;
}

/** How many of the second one of the first is; undefined where they measure different things. */
export function convertLineUnit(one: LineUnit, two: LineUnit): number | undefined {
	const [from, to] = [one.unit, two.unit];
	const size = from === to ? 1 : isPressed(from) || isPressed(to) ? undefined : convertUnit(from, to);
	return size === undefined ? undefined : (size * one.times) / two.times;
}

function isPressed(unit: Unit): unit is 'Nm3' | 'Sm3' {
	return unit === 'Nm3' || unit === 'Sm3';
}

function tidy(text: string | null): string {
	return (text ?? '').toLowerCase().replaceAll('³', '3').replaceAll('₂', '2').replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
