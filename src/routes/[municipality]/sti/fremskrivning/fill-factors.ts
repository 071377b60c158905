import type { FactorInForce } from '#domain/account/emission-factor.ts';
import { convertFactorUse, readFactorUse, type CellFactorUse } from '#domain/followup/factor-for-cell.ts';
import { writeDanish } from '#domain/pathway/development.ts';
import { activityUnits, factorGases } from '#domain/pathway/model.ts';
import { ownFactorSentence } from '#text/account-factor.ts';
import { formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { Errors, Texts } from '../typed-form.ts';
import { unstated } from './basis-texts.ts';

/** The factors that a path can use, as they are chosen in a field: what they are, and at the end the id in brackets. */
export function listChoices(factors: readonly FactorInForce[], locale: Locale): string[] {
	return factors.flatMap((factor) => {
		if (!readFactorUse(factor)) return [];
		const value = formatNumber(factor.own?.value ?? factor.value ?? 0, locale);
		const name = locale === 'da' ? factor.nameDa : factor.nameEn;
		const years = factor.own?.standing ? ownFactorSentence(factor, locale) : factor.validity;
		return [`${name}: ${value} ${factor.unit}, ${years} [${factor.id}]`];
	});
}

/** The texts with the factors that were chosen from the table written out: figure, gas, GWP set, year, validity, coverage and source. */
export function fillFactors(
	texts: Texts,
	factors: readonly FactorInForce[],
	locale: Locale,
): { readonly texts: Texts; readonly errors: Errors } {
	const filled: Record<string, string> = {};
	const errors: Record<string, string> = {};
	for (let row = 0; row < Number(texts.cells); row++) {
		const name = `cell.${row}`;
		const chosen = texts[`${name}.from`] ?? '';
		if (chosen === '') continue;
		const id = /\[([^\]]+)\]\s*$/.exec(chosen)?.[1] ?? chosen;
		const factor = factors.find((each) => each.id === id);
		const use = factor && readFactorUse(factor);
		const unit = activityUnits.find((each) => each === texts[`${name}.unit`]) ?? 't';
		const kilograms = use ? convertFactorUse(use, unit) : null;
		if (!use) errors[`${name}.from`] = m.measure_error_factor_unknown({}, { locale });
		else if (kilograms === null) errors[`${name}.from`] = m.measure_error_factor_unit({ per: use.per, unit }, { locale });
		else for (const [field, text] of writeUse(use, kilograms, texts[`${name}.source`] ?? '')) filled[`${name}.${field}`] = text;
	}
	return { texts: { ...texts, ...filled }, errors };
}

function writeUse(use: CellFactorUse, kilograms: number, source: string): [string, string][] {
	const { gas, gwpSet, basis, year, validTo } = use;
	const writeYear = (each: number | null) => (each === null ? '' : String(each));
	const rest = { from: '', change: '', basis, year: writeYear(year), validTo: writeYear(validTo) };
	if (gas === 'co2e') {
		const none = Object.fromEntries(factorGases.map((each) => [each, '']));
		return Object.entries({ ...rest, ...none, factor: writeDanish(kilograms), set: gwpSet ?? unstated, source: use.source });
	}
	// The other gases of the same fuel are chosen one after the other, and keep where they are from.
	const sources = [...new Set([...source.split('; ').filter(Boolean), use.source])].join('; ');
	return Object.entries({ ...rest, factor: '', [gas]: writeDanish(kilograms), source: sources });
}
