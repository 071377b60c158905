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
export function nameRow(name: string, texts: Texts): string[] {
	const row = /^cell\.\d+/.exec(name)?.[0];
	if (row === undefined) return [];
	const words = [texts[`${row}.sector`], texts[`${row}.carrier`]].filter(Boolean).join(', ');
	return words === '' ? [] : [words];
}

/** What the page calls a field; undefined where that is not known. */
export function nameField(name: string, locale: Locale): string | undefined {
	const parts = name.split('.');
	const last = parts.at(-1) ?? '';
	const own = ownNames(locale)[`${parts[0]} ${last}`];
	if (own !== undefined) return own;
	// An amount is three fields under one heading.
	return names(locale)[['low', 'mid', 'high'].includes(last) ? (parts.at(-2) ?? '') : parts[0] === 'rate' ? 'rate' : last];
}

/** What is called otherwise in one part of a form than in the others. */
function ownNames(locale: Locale): Readonly<Record<string, string>> {
	const options = { locale };
	return {
		...{ 'effect from': m.measure_from({}, options), 'effect factor': m.measure_factor({}, options) },
		...{ 'effect kind': m.measure_kind_title({}, options), 'cost lifetime': m.measure_cost_lifetime({}, options) },
		...{ 'cell sector': m.measure_cell_sector({}, options), 'cell source': m.measure_cell_source({}, options) },
	};
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
		...{ sectors: m.measure_sectors({}, options), per: m.measure_cell_unit({}, options), gwpSet: m.target_gwp({}, options) },
		...{ factorValidTo: m.measure_cell_factor_valid({}, options), factorSource: m.measure_factor_source({}, options) },
		...{ factorSet: m.measure_cell_gwp({}, options), set: m.measure_cell_gwp({}, options), source: m.target_source({}, options) },
		...{ version: m.measure_basis_version({}, options), cutOff: m.measure_basis_cut_off({}, options) },
		...{ corrections: m.measure_basis_corrections({}, options), initiative: m.measure_initiative({}, options) },
		...{ inBaseline: m.measure_in_baseline({}, options), potentialName: m.measure_potential_name({}, options) },
		...{ copyTitle: m.path_edit_copy_name({}, options), since: m.measure_standing_since({}, options) },
		...{ reason: m.measure_standing_reason({}, options), replacedBy: m.measure_standing_replaced_by({}, options) },
		...{ kind: m.measure_standing_kind({}, options), ramp: m.measure_ramp({}, options), quality: m.measure_quality({}, options) },
		...{ basis: m.measure_cell_factor_basis({}, options), factorBasis: m.measure_cell_factor_basis({}, options) },
		...{
			inside: m.measure_inside({}, options),
			alternative: m.measure_alternative({}, options),
			requires: m.measure_requires({}, options),
		},
		...{ outside: m.measure_outside({}, options), removal: m.measure_cell_removal({}, options) },
		...{ illustrative: m.measure_basis_illustrative({}, options) },
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
