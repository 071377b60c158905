import type { AccountRow } from './account.ts';
import { getStanding, type FactorInForce, type FactorRestriction } from './emission-factor.ts';
import { listFactorCarriers, listFactorSectors } from './factor-carriers.ts';
import { convertLineUnit, readFactorUnit } from './line-units.ts';

/** What can be remarked on the factor that a line names. None of it keeps the line from being stored. */
export type FactorRemark = { readonly factorId: string } & (
	| { readonly code: 'unknown' | 'no-emission-factor' | 'other-activity' }
	/** The line's value against the one in force, in the line's own unit; `isOwn` where that is the municipality's own value. */
	| {
			readonly code: 'value-differs';
			readonly stated: number;
			readonly expected: number;
			readonly unit: string;
			readonly isOwn: boolean;
	  }
	| { readonly code: 'other-unit'; readonly stated: string; readonly expected: string }
	| { readonly code: 'outside-years'; readonly year: number; readonly from: number | null; readonly to: number | null }
	| { readonly code: 'restricted'; readonly restriction: FactorRestriction }
);

/** Printed factors are rounded. */
const tolerance = 0.005;

/** Holds the factor that a line of a year's account names against the list of factors as the municipality uses it. */
export function checkFactorUse(row: AccountRow, year: number, factors: readonly FactorInForce[]): FactorRemark[] {
	const { factorId } = row;
	if (factorId === null) return [];
	const found = factors.find(({ id }) => id === factorId.trim().toLowerCase());
	if (!found) return [{ code: 'unknown', factorId }];
	if (found.kind !== 'emission_factor') return [{ code: 'no-emission-factor', factorId }];
	return [
		...(isOfAnother(row, found) ? [{ code: 'other-activity', factorId } as const] : []),
		...checkValue(row, found),
		...checkYears(year, found),
		...found.notFor
			.filter((restriction) => isBroken(restriction, row, year))
			.map((restriction) => ({ code: 'restricted', factorId, restriction }) as const),
	];
}

function isOfAnother({ carrier, sector }: AccountRow, { id }: FactorInForce): boolean {
	const [carriers, sectors] = [listFactorCarriers(id), listFactorSectors(id)];
	if (carrier !== null && carriers.length > 0 && !carriers.includes(carrier)) return true;
	return sectors.length > 0 && !sectors.includes(sector);
}

function checkValue(row: AccountRow, { id: factorId, own, unit, ...shipped }: FactorInForce): FactorRemark[] {
	const value = own?.value ?? shipped.value;
	if (row.factor === null || value === null) return [];
	const [theirs, ours] = [readFactorUnit(row.factorUnit), readFactorUnit(unit)];
	const isSame = row.factorUnit === null || row.factorUnit === unit;
	if (!isSame && (!theirs || !ours)) return [];
	const size = theirs && ours ? convertLineUnit(theirs.per, ours.per) : 1;
	if (size === undefined) return [{ code: 'other-unit', factorId, stated: row.factorUnit ?? '', expected: unit }];
	const expected = theirs && ours ? (value * ours.kilograms * size) / theirs.kilograms : value;
	const differs = Math.abs(row.factor - expected) > tolerance * Math.abs(expected);
	if (!differs) return [];
	return [{ code: 'value-differs', factorId, stated: row.factor, expected, unit: row.factorUnit ?? unit, isOwn: own !== null }];
}

function checkYears(year: number, factor: FactorInForce): FactorRemark[] {
	const { validFrom: from, validTo: to } = getStanding(factor);
	const isOutside = (from !== null && year < from) || (to !== null && year > to);
	return isOutside ? [{ code: 'outside-years', factorId: factor.id, year, from, to }] : [];
}

/** A restriction that the line itself keeps is none. */
function isBroken(restriction: FactorRestriction, { part }: AccountRow, year: number): boolean {
	if (restriction === 'biogenic-beside') return part !== 'biogenic';
	return restriction !== 'after-2031' || year > 2031;
}
