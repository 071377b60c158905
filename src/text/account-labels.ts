import type {
	AccountKind,
	AccountSector,
	Carrier,
	DataQuality,
	Gas,
	NotationKey,
	RowOrigin,
	RowPart,
	SubSector,
} from '#domain/account/account.ts';
import type { BridgeCause } from '#domain/account/bridge-vintages.ts';
import type { FactorRestriction } from '#domain/account/emission-factor.ts';
import type { FactorTopic } from '#domain/account/factor-topics.ts';
import type { GpcLevel } from '#domain/account/gpc.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const kinds: Record<AccountKind, Message> = { geographic: m.account_kind_geographic, enterprise: m.account_kind_enterprise };

const sectors: Record<AccountSector, Message> = {
	energy: m.account_sector_energy,
	transport: m.account_sector_transport,
	agriculture: m.account_sector_agriculture,
	waste: m.account_sector_waste,
	wastewater: m.account_sector_wastewater,
	processes: m.account_sector_processes,
};

const parts: Record<SubSector, Message> = {
	households: m.account_sub_households,
	services: m.account_sub_services,
	industry: m.account_sub_industry,
	supply: m.account_sub_supply,
	'agriculture energy': m.account_sub_agriculture_energy,
	'power to grid': m.account_sub_power_to_grid,
	road: m.account_sub_road,
	rail: m.account_sub_rail,
	shipping: m.account_sub_shipping,
	aviation: m.account_sub_aviation,
	'non-road': m.account_sub_non_road,
	livestock: m.account_sub_livestock,
	'land use': m.account_sub_land_use,
	soils: m.account_sub_soils,
	landfill: m.account_sub_landfill,
	'biological treatment': m.account_sub_biological,
	incineration: m.account_sub_incineration,
	'imported waste': m.account_sub_imported_waste,
	'industrial processes': m.account_sub_industrial_processes,
	'product use': m.account_sub_product_use,
};

const carriers: Record<Carrier, Message> = {
	coal: m.account_carrier_coal,
	'natural gas': m.account_carrier_natural_gas,
	'gas oil': m.account_carrier_gas_oil,
	'fuel oil': m.account_carrier_fuel_oil,
	petrol: m.account_carrier_petrol,
	diesel: m.account_carrier_diesel,
	lpg: m.account_carrier_lpg,
	'jet fuel': m.account_carrier_jet_fuel,
	biogas: m.account_carrier_biogas,
	wood: m.account_carrier_wood,
	straw: m.account_carrier_straw,
	biofuel: m.account_carrier_biofuel,
	'waste fuel': m.account_carrier_waste_fuel,
	electricity: m.account_carrier_electricity,
	'district heat': m.account_carrier_district_heat,
	'grid losses': m.account_carrier_grid_losses,
	'other carrier': m.account_carrier_other,
};

const notations: Record<NotationKey, Message> = {
	NO: m.account_notation_no,
	NE: m.account_notation_ne,
	IE: m.account_notation_ie,
	C: m.account_notation_c,
};
const qualities: Record<DataQuality, Message> = { H: m.account_quality_h, M: m.account_quality_m, L: m.account_quality_l };
const rowParts: Record<RowPart, Message> = {
	emission: m.account_part_emission,
	biogenic: m.account_part_biogenic,
	removal: m.account_part_removal,
};
const origins: Record<RowOrigin, Message> = {
	stated: m.account_origin_stated,
	'activity x factor': m.account_origin_product,
	'per inhabitant x population': m.account_origin_per_inhabitant,
};
const causes: Record<BridgeCause, Message> = {
	real: m.account_cause_real,
	data: m.account_cause_data,
	method: m.account_cause_method,
	factor: m.account_cause_factor,
	unexplained: m.account_cause_unexplained,
};
const levels: Record<GpcLevel, Message> = {
	BASIC: m.account_level_basic,
	'BASIC+': m.account_level_basic_plus,
	territorial: m.account_level_territorial,
};

const restrictions: Record<FactorRestriction, Message> = {
	'life-cycle': m.account_not_life_cycle,
	'well-to-wheel': m.account_not_well_to_wheel,
	'allocation-125': m.account_not_allocation_125,
	'allocation-200': m.account_not_allocation_200,
	'after-2031': m.account_not_after_2031,
	marginal: m.account_not_marginal,
	'zero-by-convention': m.account_not_zero,
	'biogenic-beside': m.account_not_biogenic,
	historic: m.account_not_historic,
	'local-supply': m.account_not_local,
	'travel-only': m.account_not_travel,
	'other-country': m.account_not_other_country,
	superseded: m.account_not_superseded,
	'not-danish-method': m.account_not_danish_method,
	'not-yet-gas': m.account_not_yet_gas,
	'gwp-not-stated': m.account_not_gwp,
	'mean-of-century': m.account_not_mean,
	'own-calorific-value': m.account_not_calorific,
	'interval-only': m.account_not_interval,
	'no-factor': m.account_not_factor,
	'without-catalyst': m.account_not_catalyst,
};

const topics: Record<FactorTopic, Message> = {
	'electricity and heat': m.account_topic_electricity,
	fuels: m.account_topic_fuels,
	transport: m.account_topic_transport,
	'other gases': m.account_topic_gases,
	land: m.account_topic_land,
	'calorific values': m.account_topic_calorific,
	gwp: m.account_topic_gwp,
};

function labelled<Code extends string>(messages: Record<Code, Message>) {
	return (code: Code, locale: Locale): string => messages[code]({}, { locale });
}

/** The words for the codes of a climate account. */
export const accountKindLabel = labelled(kinds);
export const accountSectorLabel = labelled(sectors);
export const subSectorLabel = labelled(parts);
export const carrierLabel = labelled(carriers);
export const notationLabel = labelled(notations);
export const qualityLabel = labelled(qualities);
export const rowPartLabel = labelled(rowParts);
export const rowOriginLabel = labelled(origins);
export const bridgeCauseLabel = labelled(causes);
export const gpcLevelLabel = labelled(levels);
/** What a group of factors is about. */
export const factorTopicLabel = labelled(topics);
/** What a factor must not be used for, as a sentence. */
export const restrictionSentence = labelled(restrictions);

/** A gas as it is written everywhere; only the F-gases have a word. */
export function gasLabel(gas: Gas, locale: Locale): string {
	return gas === 'F-gases' ? m.account_gas_f_gases({}, { locale }) : gas;
}

/** What a figure beside the emissions is about; a subject of the source's own stays as it is. */
export function keyFigureLabel(subject: string, locale: Locale): string {
	if (subject === 'energy use') return m.account_key_energy_use({}, { locale });
	return subject === 'renewable supply' ? m.account_key_renewable({}, { locale }) : subject;
}
