import type { AccountRow, GwpSet } from '#domain/account/account.ts';
import { getWeight, gwpValues, toCo2e } from '#domain/account/gwp.ts';
import { accountSectorLabel, carrierLabel, rowPartLabel, subSectorLabel } from './account-labels.ts';
import { formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** What a line of an account is about, with the scope where the source states one: "Energi, Boliger, El, scope 2". */
export function accountLineName({ sector, subSector, carrier, part, scope }: AccountRow, locale: Locale): string {
	return [
		accountSectorLabel(sector, locale),
		subSector && subSectorLabel(subSector, locale),
		carrier && carrierLabel(carrier, locale),
		part !== 'emission' && rowPartLabel(part, locale),
		scope !== null && m.account_scope({ scope: String(scope) }, { locale }),
	]
		.filter(Boolean)
		.join(', ');
}

/** A line in tonnes CO2e of the account's set, and for tonnes of a single gas how they became it: "1.000 t CH4 × 28 (AR5)". */
export function describeLineTonnes(
	row: AccountRow,
	gwpSet: GwpSet | null,
	locale: Locale,
): { readonly tonnes: string; readonly calculation: string | null } | null {
	if (row.tonnes === null) return null;
	const answer = toCo2e(row, gwpSet, gwpSet);
	const amount = { amount: formatNumber(row.tonnes, locale), gas: row.gas };
	// A sum leaves such a line out; its tonnes are not of CO2e, so they do not stand among those that are.
	if (answer.kind !== 'tonnes') return { tonnes: '–', calculation: m.account_line_unweighed(amount, { locale }) };
	const weight = getWeight(row.gas, gwpSet);
	const isWeighed = weight !== null && row.gas !== 'CO2' && gwpSet !== null;
	return {
		tonnes: formatNumber(answer.tonnes, locale, 0),
		calculation: isWeighed ? m.account_line_weighed({ ...amount, weight: formatNumber(weight, locale), gwpSet }, { locale }) : null,
	};
}

/** Activity times factor, as the source states them; empty where it does not. */
export function accountProduct({ activity, activityUnit, factor, factorUnit }: AccountRow, locale: Locale): string {
	if (activity === null || factor === null) return '';
	const units = { activityUnit: unitLabel(activityUnit, locale), factorUnit: unitLabel(factorUnit, locale) };
	return m.account_product({ activity: formatNumber(activity, locale), factor: writeFactor(factor, locale), ...units }, { locale });
}

/** A GWP set with its weights: "AR5 (CH4 × 28, N2O × 265)". */
export function gwpSetLabel(set: GwpSet, locale: Locale): string {
	const { CH4, N2O } = gwpValues[set];
	return `${set} (CH4 × ${formatNumber(CH4, locale)}, N2O × ${formatNumber(N2O, locale)})`;
}

/** A factor with the decimals it has and no more: `57,5`, `0,0021`. What is beyond eight digits comes of a spreadsheet's adding. */
export function writeFactor(value: number, locale: Locale): string {
	const tidy = Number(value.toPrecision(8));
	const digits = Array.from({ length: 13 }, (_, digits) => digits).find((digits) => Number(tidy.toFixed(digits)) === tidy);
	return formatNumber(tidy, locale, digits ?? 12);
}

/** A unit in the reader's language where it is one of the product's own; a source's unit stays as it is. */
function unitLabel(unit: string | null, locale: Locale): string {
	if (unit === 'indbyggere') return m.account_unit_inhabitants({}, { locale });
	return unit === 't CO2e/indbygger' ? m.account_unit_tonnes_each({}, { locale }) : (unit ?? '');
}
