import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { Errors, Texts } from './typed-form.ts';

/** A field that was refused: its id on the page, and what it is and what is wrong with it. */
export type Problem = { readonly id: string; readonly text: string };

/** What is wrong with a form, in the order of its reading; `prefix` stands before the ids of a form beside another. */
export function listProblems(errors: Errors, texts: Texts, locale: Locale, prefix = ''): Problem[] {
	return Object.entries(errors).map(([name, sentence]) => ({
		id: prefix + findId(name, texts),
		text: [...nameRow(name, texts), nameField(name, locale), sentence].flatMap((part) => part ?? []).join(': '),
	}));
}

/** Dots and blanks of a field's name are hyphens in its id; of boxes the first is meant, and without an effect the box that took it out. */
function findId(name: string, texts: Texts): string {
	if (name === 'effects') return Number(texts.effects) > 1 ? 'effect-0-remove' : 'title';
	const id = name.replaceAll(/[. ]/g, '-');
	return name.endsWith('.carriers') ? `${id}-0` : id;
}

/** A row of the baseline by its sector and carrier. */
function nameRow(name: string, texts: Texts): string[] {
	const row = /^cell\.\d+/.exec(name)?.[0];
	if (row === undefined) return [];
	const words = [texts[`${row}.sector`], texts[`${row}.carrier`]].filter(Boolean).join(', ');
	return words === '' ? [] : [words];
}

function nameField(name: string, locale: Locale): string | undefined {
	const parts = name.split('.');
	const last = parts.at(-1) ?? '';
	if (parts[0] === 'effect' && last === 'from') return m.measure_from({}, { locale });
	// An amount is three fields under one heading.
	return names(locale)[['low', 'mid', 'high'].includes(last) ? (parts.at(-2) ?? '') : parts[0] === 'rate' ? 'rate' : last];
}

function names(locale: Locale): Readonly<Record<string, string>> {
	const options = { locale };
	const gas = (name: string) => m.measure_cell_gas({ gas: name }, options);
	return {
		...{ title: m.measure_title({}, options), firstYear: m.measure_basis_first({}, options), lastYear: m.measure_basis_last({}, options) },
		...{ sector: m.measure_sector({}, options), carrier: m.measure_cell_carrier({}, options), unit: m.measure_cell_unit({}, options) },
		...{ activity: m.measure_cell_activity({}, options), growth: m.measure_cell_growth({}, options) },
		...{ factor: m.measure_cell_factor({}, options), change: m.measure_cell_change({}, options) },
		...{ spread: m.measure_cell_spread({}, options), from: m.measure_cell_factor_from({}, options) },
		...{ co2: gas('CO2'), ch4: gas('CH4'), n2o: gas('N2O'), year: m.measure_cell_factor_year({}, options) },
		...{ validTo: m.measure_cell_factor_valid({}, options), rate: m.measure_rates_title({}, options) },
		...{ carriers: m.measure_carriers({}, options), to: m.measure_to({}, options), share: m.measure_share({}, options) },
		...{ tonnes: m.measure_tonnes({}, options), factorYear: m.measure_factor_year({}, options), ratio: m.measure_ratio({}, options) },
		...{ efficiencyFrom: m.measure_efficiency_from({}, options), efficiencyTo: m.measure_efficiency_to({}, options) },
		...{ start: m.measure_start({}, options), full: m.measure_full({}, options), steps: m.measure_steps({}, options) },
		...{ end: m.measure_end({}, options), lifetime: m.measure_lifetime({}, options), realisation: m.measure_realisation({}, options) },
		...{ potentialShare: m.measure_potential_share({}, options), capital: m.measure_capital({}, options) },
		...{
			operation: m.measure_operation({}, options),
			savings: m.measure_savings({}, options),
			priceYear: m.measure_price_year({}, options),
		},
	};
}
