import type { GwpSet } from './account.ts';

export const factorKinds = ['emission_factor', 'gwp', 'net_calorific_value', 'statistic'] as const;
export type FactorKind = (typeof factorKinds)[number];

/** What a factor must not be used for, or not without more. The words for a reader are in `text/`. */
export const factorRestrictions = [
	'life-cycle',
	'well-to-wheel',
	'allocation-125',
	'allocation-200',
	'after-2031',
	'marginal',
	'zero-by-convention',
	'biogenic-beside',
	'historic',
	'local-supply',
	'travel-only',
	'other-country',
	'superseded',
	'not-danish-method',
	'not-yet-gas',
	'gwp-not-stated',
	'mean-of-century',
	'own-calorific-value',
	'interval-only',
	'no-factor',
	'without-catalyst',
] as const;
export type FactorRestriction = (typeof factorRestrictions)[number];

/** A factor that the product ships as a default, with where it comes from and what it is not for. */
export type EmissionFactor = {
	readonly id: string;
	readonly nameDa: string;
	readonly nameEn: string;
	readonly subject: string;
	readonly unit: string;
	/** Null where the source prints an interval only. */
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	/** What the source says of its years, and the years themselves where it says them; an open end is null. */
	readonly validity: string;
	readonly validFrom: number | null;
	readonly validTo: number | null;
	readonly gasBasis: string;
	/** Set of a factor in CO2e; null for single gases, and where the source does not say. */
	readonly gwpSet: GwpSet | null;
	readonly note: string;
	readonly sourceTitle: string;
	readonly sourceUrl: string;
	readonly kind: FactorKind;
	readonly isBiogenic: boolean;
	/** Read on the page that is named, or by way of a repository that cites it. */
	readonly evidence: 'page' | 'transcription';
	readonly notFor: readonly FactorRestriction[];
};

/** Which years a value is for, an open end being null, and the GWP set it was made with; null for single gases, and where nobody said. */
export type FactorStanding = Pick<EmissionFactor, 'validFrom' | 'validTo' | 'gwpSet'>;

/** A municipality's own value instead of a shipped one: who decided it, when, and where it comes from. */
export type FactorOverride = {
	readonly factorId: string;
	readonly value: number;
	/** Null in a value from before these could be stated: it has the shipped one's. */
	readonly standing: FactorStanding | null;
	readonly source: string;
	readonly who: string;
	readonly at: Date;
	readonly version: number;
};

/** A factor as a municipality uses it: the shipped one with its own value beside, where it has one. */
export type FactorInForce = EmissionFactor & { readonly own: FactorOverride | null };

/** Years and GWP set of the value in force: the own value's, where there is one that states them. */
export function getStanding({ own, validFrom, validTo, gwpSet }: FactorInForce): FactorStanding {
	return own?.standing ?? { validFrom, validTo, gwpSet };
}

/** Whether it is emissions in CO2e, so that a value of one's own may be made with another GWP set. */
export function hasGwpSet({ kind, unit }: Pick<EmissionFactor, 'kind' | 'unit'>): boolean {
	return kind === 'emission_factor' && unit.includes('CO2e');
}

/** Whether a value of the factor may be below zero: only where the shipped figures say that it may be an uptake. */
export function mayBeNegative({ value, low, high }: Pick<EmissionFactor, 'value' | 'low' | 'high'>): boolean {
	return [value, low, high].some((figure) => figure !== null && figure < 0);
}

/** Puts a municipality's own values beside the shipped ones. */
export function putOwnFactors(factors: readonly EmissionFactor[], overrides: readonly FactorOverride[]): FactorInForce[] {
	const own = new Map(overrides.map((each) => [each.factorId, each]));
	return factors.map((factor) => ({ ...factor, own: own.get(factor.id) ?? null }));
}

/** Factors that hold all the words somewhere in their names, unit, source or note. */
export function searchFactors<Factor extends EmissionFactor>(factors: readonly Factor[], words: string): Factor[] {
	const wanted = words.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
	return factors.filter(({ id, nameDa, nameEn, subject, unit, sourceTitle, note, validity }) => {
		const text = [id, nameDa, nameEn, subject, unit, sourceTitle, note, validity].join(' ').toLocaleLowerCase('da');
		return wanted.every((word) => text.includes(word));
	});
}

/** Years out of what a source says of them: `2025-2031`, `2032-`, `2023`; nothing else is a year of validity. */
export function readValidity(text: string): { readonly validFrom: number | null; readonly validTo: number | null } {
	const parts = /^(\d{4})(?:(-)(\d{4})?)?(?:$|\s)/.exec(text);
	if (!parts || /default/.test(text)) return { validFrom: null, validTo: null };
	const from = Number(parts[1]);
	return { validFrom: from, validTo: parts[2] ? (parts[3] ? Number(parts[3]) : null) : from };
}

/** The GWP set that the text on a factor's gases names. */
export function readGwpSet(text: string): GwpSet | null {
	const found = /^(?:CO2e \()?(AR[456])\b/.exec(text);
	return (found?.[1] as GwpSet | undefined) ?? null;
}
