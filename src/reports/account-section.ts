import { accountSectors, type AccountKind, type AccountSector } from '#domain/account/account.ts';
import { listMissingBeside } from '#domain/account/account-series.ts';
import { perInhabitant } from '#domain/account/sum-account.ts';
import { accountKindLabel, accountSectorLabel, keyFigureLabel, notationLabel, rowPartLabel } from '#text/account-labels.ts';
import { describeAccount, describeShare, noteLacking, writeBarTotal, writeSumMark, writeSumStar } from '#text/account-sentence.ts';
import { formatDate, formatList } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { roundingNote } from '#text/rounding-note.ts';
import type { FigureBlock, FigurePicture, FigureSection, FigureTable } from './figure-blocks.ts';
import { writeFigure, writeShareFigure, type FigureCell } from './figure-cell.ts';
import type { FrozenAccount, FrozenAccountYear } from './frozen-figures.ts';

/** As many years as a table on paper has room for: the first one, and the newest. */
const mostYears = 8;

/** A year beside others: `missing` are the sectors that those have and it has not. */
type ShownYear = FrozenAccountYear & { readonly missing: readonly AccountSector[] };

/** The green account in words: development by sector, per inhabitant, own share and key figures. Null where there is none. */
export function writeAccountSection(accounts: readonly FrozenAccount[] | undefined, locale: Locale): FigureSection | null {
	if (!accounts || accounts.length === 0) return null;
	const areas = accounts.find(({ kind }) => kind === 'geographic')?.years ?? [];
	const own = accounts.flatMap((account) => listBlocks(account, areas, locale));
	const lead = { kind: 'note', text: m.account_lead({}, { locale }) } as const;
	return { kind: 'account', title: m.account_title({}, { locale }), blocks: [lead, ...own, method(locale)] };
}

function method(locale: Locale): FigureBlock {
	return { kind: 'note', text: m.report_figures_method_account({}, { locale }) };
}

function listBlocks({ kind, years: all }: FrozenAccount, areas: readonly FrozenAccountYear[], locale: Locale): FigureBlock[] {
	const years = placeBeside(all.length > mostYears ? [...all.slice(0, 1), ...all.slice(1 - mostYears)] : all);
	const newest = years.at(-1);
	if (!newest) return [];
	const { year, total: tonnes, population, sectors, absent, missing } = newest;
	const text = describeAccount({ kind, year, tonnes, population, sectors, absent, missing }, locale);
	const share = describeShare(newest, { own: sectors, area: findSectors(areas, year) }, locale);
	return [
		{ kind: 'heading', text: accountKindLabel(kind, locale) },
		{ kind: 'lead', text },
		...(share === null ? [] : [{ kind: 'text', text: share } as const]),
		drawYears(years, locale),
		...noteYears(years, locale),
		tableOfYears(kind, { years, areas }, locale),
		...noteRounding(years, locale),
		...(years.length < all.length
			? [{ kind: 'note', text: m.report_figures_years_left_out({ most: mostYears }, { locale }) } as const]
			: []),
		...listKeyFigures(years, locale),
		{ kind: 'list', lines: listSources(years, locale) },
	];
}

function placeBeside(years: readonly FrozenAccountYear[]): ShownYear[] {
	const missing = listMissingBeside(years);
	return years.map((year, at) => ({ ...year, missing: missing[at] ?? [] }));
}

function drawYears(years: readonly ShownYear[], locale: Locale): FigurePicture {
	const names = formatList(
		years.map(({ year }) => String(year)),
		locale,
	);
	const bars = years.map(({ year, total, sectors }) => ({
		year,
		total,
		sectors: Object.fromEntries(sectors.map(({ sector, tonnes }) => [sector, tonnes])),
	}));
	const totals = years.map((year) => writeBarTotal(year, locale));
	const sectorWords = Object.fromEntries(listUsed(years).map((sector) => [sector, accountSectorLabel(sector, locale)]));
	return {
		kind: 'picture',
		caption: m.account_development_caption({}, { locale }),
		alternative: m.account_chart({ years: names }, { locale }),
		drawing: { of: 'account', years: bars, sectorWords, totals },
	};
}

/** In a sheet there are no bars, and the sums in its table say it themselves: a star would point at nothing. */
function noteYears(years: readonly ShownYear[], locale: Locale): FigureBlock[] {
	const inSheet = noteLacking(years, locale, '');
	return noteLacking(years, locale).map((text, at) => ({ kind: 'note', text, inSheet: inSheet[at] }));
}

function noteRounding(years: readonly FrozenAccountYear[], locale: Locale): FigureBlock[] {
	const sums = years.map(({ sectors, total }) => ({ parts: sectors.map(({ tonnes }) => tonnes), sum: total }));
	const text = roundingNote(sums, Math.round, locale);
	return text === null ? [] : [{ kind: 'note', text }];
}

function listUsed(years: readonly FrozenAccountYear[]): AccountSector[] {
	return accountSectors.filter((sector) => years.some(({ sectors }) => sectors.some((each) => each.sector === sector)));
}

function tableOfYears(
	kind: AccountKind,
	{ years, areas }: { years: readonly ShownYear[]; areas: readonly FrozenAccountYear[] },
	locale: Locale,
): FigureTable {
	const isPartial = kind === 'geographic' && years.some(({ absent }) => absent.length > 0);
	const sum = isPartial ? m.account_row_sum_partial({}, { locale }) : m.account_row_sum({}, { locale });
	const row = (name: string, read: (year: ShownYear) => FigureCell, isStrong = false) => ({
		cells: [name, ...years.map(read)],
		isStrong,
	});
	const tonnes = (value: number | null) => (value === null ? null : writeFigure(value, locale));
	const beside = (['biogenic', 'removals'] as const).filter((part) => years.some((year) => year[part] !== null));
	const besideWord = { biogenic: rowPartLabel('biogenic', locale), removals: rowPartLabel('removal', locale) };
	const writePopulation = ({ population, populationYear, year }: FrozenAccountYear) => {
		if (population === null) return null;
		return writeFigure(population, locale, { mark: populationYear === null || populationYear === year ? null : `(${populationYear})` });
	};
	return {
		kind: 'table',
		caption: m.report_figures_account_table({}, { locale }),
		columns: [
			{ name: m.report_figures_sector({}, { locale }), isNumber: false, share: 2.4 },
			...years.map(({ year }) => ({ name: String(year), isNumber: true, share: 1.2 })),
		],
		rows: [
			...listUsed(years).map((sector) => row(accountSectorLabel(sector, locale), (year) => writeSector(year, sector, locale))),
			row(sum, (year) => writeSum(year, locale), true),
			row(m.account_row_each({}, { locale }), (year) => writeEachInhabitant(year, locale)),
			row(m.report_figures_population({}, { locale }), writePopulation),
			...beside.map((part) => row(m.report_figures_beside({ part: besideWord[part] }, { locale }), (year) => tonnes(year[part]))),
			...(years.some(({ share }) => share !== null)
				? [row(m.report_figures_own_share({}, { locale }), (year) => writeShare(year, areas, locale))]
				: []),
		],
	};
}

function findSectors(areas: readonly FrozenAccountYear[], wanted: number): FrozenAccountYear['sectors'] {
	return areas.find(({ year }) => year === wanted)?.sectors ?? [];
}

/** A share where either sum lacks figures says so, and where its own is without sectors that its other years have. */
function writeShare({ year, share, sectors: own, missing }: ShownYear, areas: readonly FrozenAccountYear[], locale: Locale): FigureCell {
	if (share === null) return null;
	const both = [...findSectors(areas, year), ...own];
	return writeShareFigure(share, locale, 1, writeSumMark({ sectors: both, missing }, locale));
}

function writeSum(year: ShownYear, locale: Locale): FigureCell {
	return year.total === null ? null : writeFigure(year.total, locale, { mark: writeSumMark(year, locale) });
}

/** What comes of a sum is marked as it is: with a star, as the words stand just above it, and in a sheet with those words. */
function writeEachInhabitant(year: ShownYear, locale: Locale): FigureCell {
	const value = perInhabitant(year.total, year.population);
	if (value === null) return null;
	const inSheet = writeSumMark(year, locale) ?? undefined;
	return writeFigure(value, locale, { decimals: 2, mark: writeSumStar(year, locale) || null, between: '', inSheet });
}

function writeSector({ sectors }: FrozenAccountYear, sector: AccountSector, locale: Locale): FigureCell {
	const found = sectors.find((each) => each.sector === sector);
	if (!found) return null;
	const keys = found.notations.map((key) => `${notationLabel(key, locale)} (${key})`);
	if (found.tonnes === null) return keys.join('\n') || null;
	const marks = found.isDerived ? [m.account_derived({}, { locale }), ...keys] : keys;
	return writeFigure(found.tonnes, locale, { mark: marks.join('\n') || null });
}

function listKeyFigures(years: readonly FrozenAccountYear[], locale: Locale): FigureBlock[] {
	const subjects = [...new Set(years.flatMap(({ keyFigures }) => keyFigures.map(({ subject }) => subject)))];
	if (subjects.length === 0) return [];
	const columns = [
		{ name: m.account_key_figures({}, { locale }), isNumber: false, share: 2.4 },
		...years.map(({ year }) => ({ name: String(year), isNumber: true, share: 1.2 })),
	];
	const rows = subjects.flatMap((subject) => {
		const name = keyFigureLabel(subject, locale);
		const find = (year: FrozenAccountYear) => year.keyFigures.find((each) => each.subject === subject);
		const totals = years.map((year) => writeTotal(find(year), locale));
		const eachOne = years.map((year) => writeEach(find(year), locale));
		return [
			{ cells: [name, ...totals], isStrong: false },
			{ cells: [`${name}, ${m.report_figures_each({}, { locale })}`, ...eachOne], isStrong: false },
		].filter(({ cells }) => cells.slice(1).some((cell) => cell !== null));
	});
	return [{ kind: 'table', caption: m.report_figures_key_table({}, { locale }), columns, rows }];
}

type KeyFigure = FrozenAccountYear['keyFigures'][number];

/** A total follows from the figure for each inhabitant, which is the one that is published. */
function writeTotal(figure: KeyFigure | undefined, locale: Locale): FigureCell {
	if (!figure || figure.value === null) return null;
	return writeFigure(figure.value, locale, { mark: `${writeUnit(figure, locale)}\n${m.account_derived({}, { locale })}`, between: ' ' });
}

function writeEach(figure: KeyFigure | undefined, locale: Locale): FigureCell {
	if (!figure || figure.perInhabitant === null) return null;
	return writeFigure(figure.perInhabitant, locale, { decimals: 2, mark: writeUnit(figure, locale), between: ' ' });
}

function writeUnit({ unit }: KeyFigure, locale: Locale): string {
	return unit ?? `(${m.web_unit_missing({}, { locale })})`;
}

/** "2022 og 2023: klimaregnskabet.dk 2025-1; udgivet: 1. maj 2025; metodeversion: 4.1; GWP-sæt: AR5. Kilde: ..." */
function listSources(years: readonly FrozenAccountYear[], locale: Locale): string[] {
	const bySource = Map.groupBy(years, (each) => writeSource(each, locale));
	return [...bySource].map(([text, own]) => {
		const names = own.map(({ year }) => String(year));
		return m.report_figures_source({ year: formatList(names, locale), text }, { locale });
	});
}

function writeSource({ release, releaseDate, methodVersion, gwpSet, source }: FrozenAccountYear, locale: Locale): string {
	const unstated = m.account_not_stated({}, { locale });
	const facts = [
		release,
		`${m.account_release_date({}, { locale })}: ${releaseDate ? formatDate(releaseDate, locale) : unstated}`,
		`${m.account_method({}, { locale })}: ${methodVersion ?? unstated}`,
		`${m.account_gwp({}, { locale })}: ${gwpSet ?? unstated}`,
		m.report_guide_source({ source }, { locale }),
	];
	return facts.join('; ');
}
