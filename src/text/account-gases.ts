import type { AccountRow } from '#domain/account/account.ts';
import { getGasOfCo2e, type GasReading } from '#domain/account/single-gas.ts';
import { gasLabel } from './account-labels.ts';
import { formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** The gas of a line; tonnes CO2e of one gas say so, for they are not tonnes of it. */
export function rowGasLabel(row: Pick<AccountRow, 'gas' | 'label'>, locale: Locale): string {
	const gas = getGasOfCo2e(row);
	return gas ? m.account_gas_in_co2e({ gas }, { locale }) : gasLabel(row.gas, locale);
}

/** What the tonnes of a gas were taken for and multiplied by, as a sentence; what to do when that is wrong. */
export function gasReadingSentence({ gas, as, lines, tonnes, gwpSet, weight, co2e }: GasReading, locale: Locale): string {
	const words = { gas, count: lines, number: formatNumber(lines, locale), tonnes: formatNumber(tonnes, locale) };
	if (as === 'CO2e') return m.account_import_gas_co2e(words, { locale });
	if (gwpSet === null || weight === null || co2e === null) return m.account_import_gas_mass_unweighed(words, { locale });
	const product = { weight: formatNumber(weight, locale), gwpSet, co2e: formatNumber(co2e, locale, 0) };
	return m.account_import_gas_mass({ ...words, ...product }, { locale });
}
