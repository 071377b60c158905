import type { AccountRow, Gas } from './account.ts';
import { convertLineUnit, readFactorUnit, readLineUnit } from './line-units.ts';

/** What activity times factor comes to, or why it cannot be said. */
export type LineProduct =
	/** Tonnes of the gas the factor names; null where it names none. */
	| { readonly kind: 'tonnes'; readonly tonnes: number; readonly gas: Exclude<Gas, 'F-gases'> | null }
	/** The activity is counted in something else than the factor is for, such as TJ and kg/Nm3. */
	| { readonly kind: 'other-kind' }
	/** A unit is missing, or none that is known. */
	| { readonly kind: 'unit-unknown' };

/** Multiplies the activity of a line with its factor, in the units that the line states; null where it does not have both. */
export function multiplyLine({
	activity,
	activityUnit,
	factor,
	factorUnit,
}: Pick<AccountRow, 'activity' | 'activityUnit' | 'factor' | 'factorUnit'>): LineProduct | null {
	if (activity === null || factor === null) return null;
	const [amount, each] = [readLineUnit(activityUnit), readFactorUnit(factorUnit)];
	if (!amount || !each) return { kind: 'unit-unknown' };
	const size = convertLineUnit(amount, each.per);
	if (size === undefined) return { kind: 'other-kind' };
	// What is beyond twelve digits comes of the machine's multiplying.
	const tonnes = Number(((activity * size * factor * each.kilograms) / 1000).toPrecision(12));
	return { kind: 'tonnes', tonnes, gas: each.gas };
}

/** Whether tonnes of what the factor names may be the tonnes of the line: CO2 may stand for CO2e, and a factor may name nothing. */
export function isSameGas(factorGas: Exclude<Gas, 'F-gases'> | null, gas: Gas): boolean {
	const isCarbon = (each: Gas) => each === 'CO2' || each === 'CO2e';
	return factorGas === null || factorGas === gas || (isCarbon(factorGas) && isCarbon(gas));
}
