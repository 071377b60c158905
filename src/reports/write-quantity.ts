import type { Quantity } from '#domain/plan/initiative.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/** A quantity for a spreadsheet: as one text, and as the number with what stands after it, for cells that hold numbers. */
export type QuantityCell = { readonly text: string; readonly value: number; readonly unit: string };

// Every digit, where a page shows three decimals: the file is read again. English without groups, see below.
const forms: Record<Locale, Intl.NumberFormat> = {
	da: new Intl.NumberFormat('da-DK', { maximumFractionDigits: 20, useGrouping: 'always' }),
	en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20, useGrouping: false }),
};

/** Writes a quantity so that the importer reads the same again: `1.250,5 t i forhold til 1990`, `1250.5 t compared with 1990`. */
export function writeQuantityCell({ value, unit, basis }: Quantity, locale: Locale): QuantityCell {
	const after = basis === null ? unit : `${unit} ${m.report_quantity_against({ basis }, { locale })}`;
	return { text: `${writeNumber(value, locale)} ${after}`, value, unit: after };
}

/** `1.500` and `1,500` say two things, one in Danish and one in English: the English form writes neither, but `1500` and `1.5000`. */
function writeNumber(value: number, locale: Locale): string {
	const text = forms[locale].format(value);
	return locale === 'en' && /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}
