import type { GwpSet } from './model.ts';

/**
 * kg CO2e for each kg of gas over 100 years, without climate-carbon feedback (IPCC AR4 WG1 table 2.14, AR5 WG1 table 8.7,
 * AR6 WG1 chapter 7: CH4 of no stated origin).
 */
export const gwp100: Readonly<Record<GwpSet, { readonly co2: 1; readonly ch4: number; readonly n2o: number }>> = {
	AR4: { co2: 1, ch4: 25, n2o: 298 },
	AR5: { co2: 1, ch4: 28, n2o: 265 },
	AR6: { co2: 1, ch4: 27.9, n2o: 273 },
};
