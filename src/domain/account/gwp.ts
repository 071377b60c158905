import type { AccountRow, Gas, GwpSet } from './account.ts';

/**
 * Kilograms CO2e for a kilogram of gas over 100 years, without climate-carbon feedback (IPCC AR4 WG1 table 2.14, AR5 WG1 table 8.7, AR6
 * WG1 chapter 7). AR6 without the distinction of fossil methane; `reference/` has both.
 */
export const gwpValues: Readonly<Record<GwpSet, { readonly CH4: number; readonly N2O: number }>> = {
	AR4: { CH4: 25, N2O: 298 },
	AR5: { CH4: 28, N2O: 265 },
	AR6: { CH4: 27.9, N2O: 273 },
};

/** CO2e of a row, or why it cannot be said in the set that is asked for. */
export type Co2eAnswer =
	| { readonly kind: 'tonnes'; readonly tonnes: number }
	| { readonly kind: 'not-stated' }
	/** Tonnes of CH4 or N2O in an account that names no set. */
	| { readonly kind: 'set-unknown' }
	| { readonly kind: 'gases-unknown'; readonly from: GwpSet | null; readonly to: GwpSet };

/**
 * CO2e of a row in a set. CO2 is the same in all, CH4 and N2O are multiplied; CO2e and F-gases are sums of gases nobody stated,
 * so they hold in the account's own set alone and are never converted. `to` is null for an account that names no set: its CO2e is
 * then taken as it is stated.
 */
export function toCo2e(row: Pick<AccountRow, 'gas' | 'tonnes'>, from: GwpSet | null, to: GwpSet | null): Co2eAnswer {
	if (row.tonnes === null) return { kind: 'not-stated' };
	const weight = getWeight(row.gas, to);
	if (weight !== null) return { kind: 'tonnes', tonnes: row.tonnes * weight };
	if (to === null) return isSum(row.gas) ? { kind: 'tonnes', tonnes: row.tonnes } : { kind: 'set-unknown' };
	if (from === to) return { kind: 'tonnes', tonnes: row.tonnes };
	return { kind: 'gases-unknown', from, to };
}

/** What a tonne of the gas counts; null for sums of gases, and for CH4 and N2O where no set is given. */
export function getWeight(gas: Gas, set: GwpSet | null): number | null {
	if (gas === 'CO2') return 1;
	if (isSum(gas) || set === null) return null;
	return gas === 'CH4' ? gwpValues[set].CH4 : gwpValues[set].N2O;
}

function isSum(gas: Gas): boolean {
	return gas === 'CO2e' || gas === 'F-gases';
}
