import { getStanding, type FactorInForce, type FactorRestriction } from '../account/emission-factor.ts';
import type { GwpSet } from '../account/account.ts';
import { activityUnits, type ActivityUnit, type FactorBasis } from '../pathway/model.ts';
import { convertUnit } from '../pathway/units.ts';

/** A factor of the table as a cell of a path can use it. */
export type CellFactorUse = {
	readonly gas: 'co2e' | 'co2' | 'ch4' | 'n2o';
	readonly kilograms: number;
	readonly per: ActivityUnit;
	readonly gwpSet: GwpSet | null;
	readonly basis: FactorBasis;
	/** The one year it describes; null where it holds for more, or the source does not say. */
	readonly year: number | null;
	readonly validTo: number | null;
	readonly source: string;
};

const gases = { CO2e: 'co2e', CO2: 'co2', CH4: 'ch4', N2O: 'n2o' } as const;
const weights = { g: 0.001, kg: 1, t: 1000 } as const;
const bases: readonly (readonly [FactorRestriction, FactorBasis])[] = [
	['life-cycle', 'life cycle'],
	['well-to-wheel', 'well to wheel'],
	['allocation-125', '125 % allocation'],
	['allocation-200', '200 % allocation'],
];

/**
 * What a factor says of each unit of activity; null where it is no emission for an amount that a path counts in, such as carbon alone,
 * gas at another pressure, an interval without a value, or biogenic CO2, which is beside.
 */
export function readFactorUse(factor: FactorInForce): CellFactorUse | null {
	const value = factor.own?.value ?? factor.value;
	const parts = /^(g|kg|t) (CO2e|CO2|CH4|N2O)\/(\w+)(?:\/år)?$/.exec(factor.unit);
	const per = activityUnits.find((unit) => unit === parts?.[3]);
	if (factor.kind !== 'emission_factor' || value === null || factor.isBiogenic || !parts || !per) return null;
	const gas = gases[parts[2] as keyof typeof gases];
	const { validFrom, validTo, gwpSet } = getStanding(factor);
	return {
		...{ gas, per, validTo, gwpSet: gas === 'co2e' ? gwpSet : null },
		kilograms: value * weights[parts[1] as keyof typeof weights],
		basis: bases.find(([restriction]) => factor.notFor.includes(restriction))?.[1] ?? 'direct',
		year: validFrom === validTo ? validFrom : null,
		source: factor.own?.source ?? `${factor.sourceTitle}, ${factor.validity}`,
	};
}

/** Its kilograms for a unit of another size; null where the unit measures something else. */
export function convertFactorUse({ kilograms, per }: CellFactorUse, unit: ActivityUnit): number | null {
	const size = convertUnit(unit, per);
	return size === undefined ? null : kilograms * size;
}
