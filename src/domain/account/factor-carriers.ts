import type { AccountSector, Carrier } from './account.ts';

// The words of an id say what is burnt or used (`reference/README.md`). The first that fits counts: biodiesel is no diesel, and gas oil
// and diesel are the same oil.
const carriersByWord: readonly (readonly [RegExp, readonly Carrier[]])[] = [
	[/biodiesel|biogasoline/, ['biofuel']],
	[/biogas|landfill-gas/, ['biogas']],
	[/naturgas|natural-gas|ledningsgas|bygas|-cng$/, ['natural gas']],
	[/gas-diesel-oil|gasolie|fyringsolie|diesel(?!tog)|-b7-/, ['gas oil', 'diesel']],
	[/gasoline|benzin-|bensin|-e10-|-e5-/, ['petrol']],
	[/-lpg$/, ['lpg']],
	[/residual-fuel-oil|fuelolie/, ['fuel oil']],
	[/coal|-kul$|koks|-coke$|anthracite|lignite/, ['coal']],
	[/jet-kerosene/, ['jet fuel']],
	[/-msw-|-affald/, ['waste fuel']],
	[/-wood$|traepiller|-flis$/, ['wood']],
	[/-halm$/, ['straw']],
	[/biomass/, ['wood', 'straw', 'other carrier']],
	[/^el-|-el(?:-|$)/, ['electricity', 'grid losses']],
	[/^fjv-|fjernvarme/, ['district heat', 'grid losses']],
];
const sectorsByWord: readonly (readonly [RegExp, readonly AccountSector[]])[] = [
	[/-road-|^q8-|^au-/, ['transport']],
	[/^(?:ipcc2013|skov)-/, ['agriculture']],
];

/** The carriers that a factor of the shipped list is for; empty where its id does not say. */
export function listFactorCarriers(id: string): readonly Carrier[] {
	return carriersByWord.find(([form]) => form.test(id))?.[1] ?? [];
}

/** The sectors that it is for; empty where it may be any. */
export function listFactorSectors(id: string): readonly AccountSector[] {
	return sectorsByWord.find(([form]) => form.test(id))?.[1] ?? [];
}
