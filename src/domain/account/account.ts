import type { CalendarDate } from '../shared/calendar-date.ts';

/** The geographic area and the municipality as an enterprise are two accounts. Nothing adds or compares one with the other. */
export const accountKinds = ['geographic', 'enterprise'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** The sectors of the Danish accounts. */
export const accountSectors = ['energy', 'transport', 'agriculture', 'waste', 'wastewater', 'processes'] as const;
export type AccountSector = (typeof accountSectors)[number];

/** The parts of each sector. `power to grid` and `imported waste` are territorial only: GPC keeps them out of its totals. */
export const subSectors = {
	energy: ['households', 'services', 'industry', 'supply', 'agriculture energy', 'power to grid'],
	transport: ['road', 'rail', 'shipping', 'aviation', 'non-road'],
	agriculture: ['livestock', 'land use', 'soils'],
	waste: ['landfill', 'biological treatment', 'incineration', 'imported waste'],
	wastewater: [],
	processes: ['industrial processes', 'product use'],
} as const satisfies Record<AccountSector, readonly string[]>;
export type SubSector = (typeof subSectors)[AccountSector][number];

/** What is burnt or used. `grid losses` are the losses on the way of electricity and district heat. */
export const carriers = [
	'coal',
	'natural gas',
	'gas oil',
	'fuel oil',
	'petrol',
	'diesel',
	'lpg',
	'jet fuel',
	'biogas',
	'wood',
	'straw',
	'biofuel',
	'waste fuel',
	'electricity',
	'district heat',
	'grid losses',
	'other carrier',
] as const;
export type Carrier = (typeof carriers)[number];

/**
 * `CO2`, `CH4` and `N2O` are tonnes of the gas itself; `F-gases` and `CO2e` are tonnes CO2e in the account's GWP set. Tonnes CO2e of
 * CH4 or N2O alone are lines of `CO2e` too (`single-gas.ts`).
 */
export const gases = ['CO2', 'CH4', 'N2O', 'F-gases', 'CO2e'] as const;
export type Gas = (typeof gases)[number];

/** Assessment report of the IPCC whose warming potentials (100 years) make other gases into CO2e. */
export const gwpSets = ['AR4', 'AR5', 'AR6'] as const;
export type GwpSet = (typeof gwpSets)[number];

/** Instead of a number: not occurring, not estimated, included elsewhere, confidential. */
export const notationKeys = ['NO', 'NE', 'IE', 'C'] as const;
export type NotationKey = (typeof notationKeys)[number];

/** High, medium, low. */
export const dataQualities = ['H', 'M', 'L'] as const;
export type DataQuality = (typeof dataQualities)[number];

/** Only `emission` is part of a total. Biogenic CO2 and removals (negative tonnes) stand beside it. */
export const rowParts = ['emission', 'biogenic', 'removal'] as const;
export type RowPart = (typeof rowParts)[number];

/** How a row's tonnes came about: printed in the source, or derived here from two figures of it. */
export const rowOrigins = ['stated', 'activity x factor', 'per inhabitant x population'] as const;
export type RowOrigin = (typeof rowOrigins)[number];

/** One line of an account. `null` is "not stated" and never zero; a line has tonnes or a notation key, never both. */
export type AccountRow = {
	readonly sector: AccountSector;
	/** Null where the source states the sector as a whole. */
	readonly subSector: SubSector | null;
	readonly carrier: Carrier | null;
	readonly gas: Gas;
	readonly part: RowPart;
	readonly scope: 1 | 2 | 3 | null;
	readonly activity: number | null;
	readonly activityUnit: string | null;
	readonly factor: number | null;
	readonly factorUnit: string | null;
	/** Id of the factor used, where it is one of the list of factors. */
	readonly factorId: string | null;
	readonly tonnes: number | null;
	readonly origin: RowOrigin;
	readonly notation: NotationKey | null;
	/** Why there is a notation key instead of a number. */
	readonly reason: string | null;
	readonly activityQuality: DataQuality | null;
	readonly factorQuality: DataQuality | null;
	/** The source's own words for the line, and where in the file it stands. */
	readonly label: string | null;
	readonly place: string | null;
};

/** A total the source prints, with the source's own words for it. `sector` is null for a total of the whole account. */
export type StatedTotal = { readonly label: string; readonly sector: AccountSector | null; readonly tonnes: number };

/** A figure beside the emissions, such as energy use; shown with its unit and never added to anything. */
export type KeyFigure = {
	readonly subject: string;
	readonly value: number | null;
	readonly unit: string | null;
	readonly perInhabitant: number | null;
};

/** Emissions of one year of one kind, as one release of one source states them. A later release of the year is another vintage. */
export type Account = {
	readonly id: string;
	readonly municipalityCode: string;
	readonly year: number;
	readonly kind: AccountKind;
	/** Name of the release, such as "klimaregnskabet.dk 2025-1". */
	readonly release: string;
	readonly releaseDate: CalendarDate | null;
	readonly methodVersion: string | null;
	readonly source: string;
	/** Null where the source does not say: its CO2e can then not be converted. */
	readonly gwpSet: GwpSet | null;
	/** Inhabitants used for figures per inhabitant, and their year. */
	readonly population: number | null;
	readonly populationYear: number | null;
	readonly totals: readonly StatedTotal[];
	/** Label of the total a person has chosen, where the source prints more than one; null where none is chosen. */
	readonly chosenTotal: string | null;
	readonly rows: readonly AccountRow[];
	readonly keyFigures: readonly KeyFigure[];
};
