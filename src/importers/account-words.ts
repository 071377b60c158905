import {
	subSectors,
	type AccountSector,
	type Carrier,
	type DataQuality,
	type Gas,
	type NotationKey,
	type RowPart,
	type SubSector,
} from '#domain/account/account.ts';
import { foldWords } from './fold.ts';

/** Columns of a table of accounts. Beside them every heading that is a year is a column of tonnes. */
export const accountFields = [
	'kind',
	'release',
	'sector',
	'subSector',
	'carrier',
	'gas',
	'gasOfCo2e',
	'part',
	'scope',
	'year',
	'activity',
	'activityUnit',
	'factor',
	'factorUnit',
	'factorId',
	'tonnes',
	'population',
	'unit',
	'notation',
	'reason',
	'activityQuality',
	'factorQuality',
] as const;
export type AccountField = (typeof accountFields)[number];

/** Reads a word as one of a few codes, whatever its case and punctuation; undefined when it is none. */
function reader<Code extends string>(words: Readonly<Record<Code, string>>): (text: string) => Code | undefined {
	const entries = (Object.entries(words) as [Code, string][]).flatMap(([code, list]) =>
		[code, ...list.split(',').filter(Boolean)].map((word) => [foldWords(word), code] as const),
	);
	const known = new Map(entries);
	return (text) => known.get(foldWords(text));
}

export const readAccountField = reader<AccountField>({
	// The program's own file of all accounts has these.
	kind: '',
	release: '',
	sector: 'sektor, hovedsektor',
	subSector: 'delsektor, undersektor, sub sector, subsector, kategori, category',
	carrier: 'energikilde, kilde, brændsel, energivare, energibærer, energy carrier, fuel',
	gas: 'gas, drivhusgas, greenhouse gas',
	// The gas of tonnes CO2e, in the program's own file.
	gasOfCo2e: '',
	part: 'type af linje, art, part, linjetype',
	scope: 'scope',
	year: 'år, year, opgørelsesår',
	activity: 'aktivitet, aktivitetsdata, activity data',
	activityUnit: 'aktivitetsenhed, enhed for aktivitet, activity unit',
	factor: 'faktor, emissionsfaktor, emission factor',
	factorUnit: 'faktorenhed, enhed for faktor, factor unit',
	factorId: 'faktor id, faktornavn, factor id',
	// Beside these every heading that names a unit of tonnes (`readTonnesHeading`).
	tonnes: 'udledning, emission, emissions, værdi, value',
	// Whatever `isPopulation` knows.
	population: '',
	unit: 'enhed, unit',
	notation: 'notation, notationsnøgle, notation key',
	reason: 'begrundelse, reason, forklaring, bemærkning',
	activityQuality: 'datakvalitet aktivitet, kvalitet aktivitet, activity quality',
	factorQuality: 'datakvalitet faktor, kvalitet faktor, factor quality',
});

export const readSector = reader<AccountSector>({
	energy: 'energi, stationær energi',
	transport: 'transport, trafik',
	agriculture: 'landbrug, landbrug og arealer, landbrug og arealanvendelse',
	waste: 'affald, affaldsdeponi, deponi',
	wastewater: 'spildevand',
	processes: 'kemiske processer, industrielle processer, processer',
});

/** What some sources have as a sector and the Danish accounts as a part of one: land use, which is in agriculture. */
const readOwnPart = reader<'land use'>({
	'land use':
		'lulucf, arealanvendelse, arealer, arealanvendelse lulucf, lulucf arealanvendelse, skov og arealanvendelse, arealanvendelse og skovbrug, arealanvendelse ændret arealanvendelse og skovbrug, land use land use change and forestry',
});

/** A sector in a source's words, with the part it is of ours where it is one. */
export function readSectorAndPart(text: string): { readonly sector: AccountSector; readonly subSector: SubSector | null } | undefined {
	const sector = readSector(text);
	if (sector !== undefined) return { sector, subSector: null };
	const subSector = readOwnPart(text);
	return subSector && { sector: 'agriculture', subSector };
}

const readAnySubSector = reader<SubSector>({
	households: 'bolig, boliger, husholdninger, individuel opvarmning, opvarmning',
	services: 'service, service og kommune, handel og service, erhverv, offentlig og service',
	industry: 'industri',
	supply: 'forsyning, el og varmeforsyning, el og fjernvarme, fjernvarme, kollektiv varmeforsyning, el',
	'agriculture energy': 'landbrugets energi, energi i landbrug',
	'power to grid': 'el solgt til nettet, el til nettet, elproduktion til nettet',
	road: 'vej, vejtransport, vejtrafik',
	rail: 'bane, tog, jernbane',
	shipping: 'skib, skibe, søfart, skibsfart',
	aviation: 'fly, luftfart',
	'non-road': 'ikke vejgående, ikke vejgående maskiner, non road',
	livestock: 'dyr, husdyr',
	'land use': 'lulucf, areal, arealer, arealanvendelse, arealer jord skov og lavbund, jord skov og lavbund, lavbund, skov',
	soils: 'gødning, gødning og jorde, planteavl, marker, dyrkede jorde',
	landfill: 'deponi, affaldsdeponi',
	'biological treatment': 'biologisk behandling, kompostering',
	incineration: 'affaldsforbrænding, affaldsforbrænding uden energiudnyttelse',
	'imported waste': 'affald udefra, importeret affald',
	'industrial processes': 'industrielle processer, kemiske processer',
	'product use': 'produkter, produktanvendelse, f gasser, produkter og f gasser',
});

/** The part of a sector that the words mean; undefined when they are no part of that sector. */
export function readSubSector(text: string, sector: AccountSector): SubSector | undefined {
	const found = readAnySubSector(text);
	return found && (subSectors[sector] as readonly string[]).includes(found) ? found : undefined;
}

export const readCarrier = reader<Carrier>({
	coal: 'kul',
	'natural gas': 'naturgas, ledningsgas, gas, bygas',
	'gas oil': 'gasolie, fyringsolie, fyringsgasolie, olie',
	'fuel oil': 'fuelolie',
	petrol: 'benzin',
	diesel: 'dieselolie',
	lpg: 'flaskegas, lpg flaskegas',
	'jet fuel': 'flybrændstof, jetbrændstof',
	biogas: 'biogas',
	wood: 'træ, brænde, flis, træpiller, træflis, biomasse',
	straw: 'halm',
	biofuel: 'biobrændstof, biodiesel, bioethanol',
	'waste fuel': 'affald, affald til forbrænding, affald som brændsel',
	electricity: 'el, strøm',
	'district heat': 'fjernvarme',
	'grid losses': 'nettab, tab',
	'other carrier': 'andet, anden, anden energikilde, øvrigt',
});

export const readGas = reader<Gas>({
	CO2: 'kuldioxid',
	CH4: 'metan',
	N2O: 'lattergas',
	'F-gases': 'f gasser',
	CO2e: 'co2 e, co2 ækvivalenter, co2 eq, ton co2e, ton co2 e',
});

export const readPart = reader<RowPart>({
	emission: 'udledning, fossil',
	biogenic: 'biogen, biogen co2',
	removal: 'optag, lagring, removals',
});

export const readQuality = reader<DataQuality>({ H: 'høj, high', M: 'middel, mellem, medium', L: 'lav, low' });
export const readNotation = reader<NotationKey>({
	NO: 'forekommer ikke, not occurring',
	NE: 'ikke opgjort, not estimated',
	IE: 'talt med et andet sted, included elsewhere',
	C: 'fortroligt, confidential',
});

/** No key with its reason is longer; a cell may hold any amount of text. */
const longestNotation = 500;

/** A notation key, and the reason where it stands in the same cell: "IE (medregnet i affald)", "NE – ikke opgjort". */
export function readNotationCell(cell: string): { readonly notation: NotationKey; readonly reason: string | null } | undefined {
	if (cell.length > longestNotation) return undefined;
	const text = cell.replace(/\s+/g, ' ');
	const whole = readNotation(text);
	if (whole) return { notation: whole, reason: null };
	const [, word = '', inside, after] = /^([^(:,;–—]+?)\s*(?:\(([^()]+)\)\.?|(?:[:,;–—]|\s-\s)\s*(.*))$/su.exec(text) ?? [];
	const notation = readNotation(word);
	return notation && { notation, reason: (inside ?? after ?? '').trim() || null };
}

/**
 * What a unit of tonnes says: how many tonnes one of it is, and whether it speaks of CO2 or CO2e. Then the tonnes are CO2e whatever gas
 * the line is of: a tonne CO2e of methane is not a tonne of methane.
 */
export type TonneUnit = {
	readonly tonnes: number;
	readonly isCo2e: boolean;
	/** The words say CO2 and not CO2e. */
	readonly isOnlyCo2: boolean;
	/** False where the words say what is counted and not how large the unit is. */
	readonly hasSize: boolean;
};

const sizes = [
	[/^(?:t|tons?|tonnes?)$/, 1],
	[/^kg$/, 0.001],
	[/^(?:kt|ktons?|1 ?000 (?:t|tons?|tonnes?))$/, 1000],
] as const;

/** A unit of tonnes such as "kton CO2-ækv."; empty words are plain tonnes, undefined is a unit that is none. */
export function readTonneUnit(text: string): TonneUnit | undefined {
	const unit = foldWords(text).replace(/ (?:(?:pr|per) )?(?:år|year)$/, '');
	const [, size, gas] = /^(.*?) ?(co2(?: ?(?:e|[eæ][kq]\p{L}*))?)?$/u.exec(unit) ?? [];
	const tonnes = size === '' ? 1 : sizes.find(([form]) => form.test(size ?? ''))?.[1];
	return tonnes === undefined ? undefined : { tonnes, isCo2e: gas !== undefined, isOnlyCo2: gas === 'co2', hasSize: size !== '' };
}

/** The unit in a heading of the column of tonnes, "Udledning (ton CO2e)"; undefined for a heading that names none. */
export function readTonnesHeading(text: string): TonneUnit | undefined {
	const unit = foldWords(text).replace(/^(?:udledning(?:er)?|emissions?|værdi|value) (?:(?:i|in) )?/, '');
	// CO2 alone heads a column of that gas, which leaves the others out.
	return unit === '' || unit === 'co2' ? undefined : readTonneUnit(unit);
}

/** Whether a row states how many live there, not what is emitted. */
export function isPopulation(text: string): boolean {
	return /^(antal )?(indbyggere|indbyggertal|indbyggertallet|befolkning|befolkningstal|folketal|inhabitants|population|number of inhabitants)$/.test(
		foldWords(text).replace(/ (i alt|pr 1 januar|1 januar|per 1 january)$/, ''),
	);
}

/** The sector of a printed total ("Energi i alt"), null for one of the whole ("Samlet"); undefined when the words are no total. */
export function readTotal(text: string): AccountSector | null | undefined {
	const words = foldWords(text);
	if (/^(samlet|total|i alt|sum|hele kommunen)\b/.test(words)) {
		const rest = words.replace(/^(samlet|total|i alt|sum)\s*/, '');
		return readSector(rest) ?? null;
	}
	const before = /^(.*\S)\s+(i alt|samlet|total)$/.exec(words)?.[1];
	return before === undefined ? undefined : readSector(before);
}
