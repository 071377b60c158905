import { findQuantities, type FoundQuantity } from '#domain/shared/find-quantities.ts';
import type { Finding } from '../finding.ts';
import { makeFinding, type CheckInput } from './check-input.ts';

/** Units that do not fit each other within one remark. */
export function checkUnits({ lines }: CheckInput): Finding[] {
	return lines.flatMap(({ initiative, assessment }) => {
		const mixed = assessment.remark === null ? [] : findMixedUnits(assessment.remark);
		if (mixed.length === 0) return [];
		const details = {
			powers: mixed
				.filter((one) => one.unit !== null)
				.map((one) => one.text)
				.join('; '),
			bare: mixed
				.filter((one) => one.unit === null)
				.map((one) => one.text)
				.join('; '),
		};
		const text = mixed.map((one) => one.text).join('; ');
		return [makeFinding({ rule: 'units-mixed', severity: 'wrong', number: initiative.number, text, details, matter: [text] })];
	});
}

const powers = ['kW', 'MW', 'GW'];
const energies = ['kWh', 'MWh', 'GWh'];
const yearly = /^\s*(?:(?:pr\.?|per|om)\s*(?:år|året|year)|årligt|\/\s?år|a year|yearly|annually)(?![\p{L}\p{N}])/iu;

/**
 * Quantities whose unit cannot be right: power (kW) told as an amount per year, which is energy (kWh), in a text that uses both;
 * and a number without a unit after an equals sign where the text's other such numbers have one.
 */
export function findMixedUnits(text: string): FoundQuantity[] {
	const found = findQuantities(text);
	const usesBoth = [powers, energies].every((kind) => found.some((one) => one.unit !== null && kind.includes(one.unit)));
	const equal = found.filter((one) => /=\s*$/.test(text.slice(Math.max(0, one.start - 10), one.start)));
	const isUnitExpected = equal.some((one) => one.unit !== null);
	return found.filter((one) => {
		if (one.unit === null) return isUnitExpected && equal.includes(one);
		return usesBoth && powers.includes(one.unit) && yearly.test(text.slice(one.end));
	});
}
