import { proposeCells, type ProposedCell } from '#domain/followup/propose-cells.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import type { Account } from '#domain/account/account.ts';
import { writeDanish, writeDevelopment, type Period } from '#domain/pathway/development.ts';
import { costPerspectives, factorGases, type Cell, type Series } from '#domain/pathway/model.ts';
import { convertUnit } from '#domain/pathway/units.ts';
import { carrierLabel, accountSectorLabel, rowPartLabel, subSectorLabel } from '#text/account-labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { readCount, readText } from '#web/read-form.ts';
import type { Texts } from '../typed-form.ts';

export const cellFields = [
	'place',
	'sector',
	'carrier',
	'unit',
	'activity',
	'growth',
	'factor',
	'change',
	'spread',
	'source',
	'set',
	...factorGases,
	'year',
	'validTo',
	'basis',
	'from',
] as const;
/** A source may not say which GWP set its CO2e is in. */
export const unstated = 'unstated';
export type CellField = (typeof cellFields)[number];
const headFields = ['title', 'firstYear', 'lastYear', 'gwpSet', 'version', 'cutOff', 'source', 'corrections', 'illustrative'] as const;

/** What is typed. */
export function readBasisTexts(form: FormData): Texts {
	// One more than a path may have: what is too much is told, and no more is read.
	const count = Math.min(readCount(form, 'cells'), 1001);
	const cells = Array.from({ length: count }, (_, row) =>
		[...cellFields, 'removal', 'remove'].map((field) => `cell.${row}.${field}`),
	).flat();
	const rates = costPerspectives.map((perspective) => `rate.${perspective}`);
	const typed = [...headFields, ...rates, ...cells].map((name) => [name, readText(form, name)] as const);
	return { cells: String(count), ...Object.fromEntries(typed) };
}

/** A stored path as it stands in the form, with a blank row at the end. */
export function writeBasis({ scenario, illustrative }: PathDocument): Texts {
	const { baseline, firstYear, lastYear, gwpSet, title, cells, discountRates } = scenario;
	const rows = cells.map((cell, place) => writeCell(cell, place, { firstYear, lastYear }));
	return {
		title,
		firstYear: String(firstYear),
		lastYear: String(lastYear),
		gwpSet,
		version: baseline.version ?? '',
		cutOff: baseline.cutOff ?? '',
		source: baseline.source ?? '',
		corrections: baseline.corrections.join('\n'),
		illustrative: illustrative.includes('baseline') ? 'on' : '',
		...Object.fromEntries(
			costPerspectives.map((each) => [`rate.${each}`, discountRates[each] === null ? '' : writeDanish((discountRates[each] ?? 0) * 100)]),
		),
		...writeRows(rows),
	};
}

/** What a path begins with from an account. */
export function proposeBasis(account: Account, lastYear: number, locale: Locale): Texts {
	const proposed = proposeCells(account).map((cell) => proposeRow(cell, `${account.source}, ${account.release}`, locale));
	const rows = nameRemovalsApart(proposed, locale);
	return {
		title: m.measure_basis_title_proposal({}, { locale }),
		firstYear: String(account.year),
		lastYear: String(Math.max(lastYear, account.year + 1)),
		gwpSet: account.gwpSet ?? 'AR5',
		...writeRows(rows),
	};
}

type Row = Readonly<Record<CellField | 'removal', string>>;

function writeRows(rows: readonly Row[]): Texts {
	const all = [...rows, { place: '' } as Row];
	const named = all.flatMap((row, number) => Object.entries(row).map(([field, text]) => [`cell.${number}.${field}`, text] as const));
	return { cells: String(all.length), ...Object.fromEntries(named) };
}

function writeCell(cell: Cell, place: number, period: Period): Row {
	const { activity, factor, activitySpread } = cell;
	const grown = writeDevelopment(activity, period);
	// The form asks for kilograms for each unit of activity; what is stated for another size of unit is told in that.
	const scale = convertUnit(cell.unit, factor.per) ?? 1;
	const kg = 'co2e' in factor.kg ? writeDevelopment(scaleSeries(factor.kg.co2e, scale), period) : null;
	const gases = 'gases' in factor.kg ? factor.kg.gases : { co2: null, ch4: null, n2o: null };
	const writeGas = (series: Series | null) => (series === null ? '' : writeSeries(scaleSeries(series, scale)));
	return {
		place: String(place),
		sector: cell.sector,
		carrier: cell.carrier,
		unit: cell.unit,
		activity: grown.base === null ? '' : writeDanish(grown.base),
		growth: grown.text,
		factor: kg === null || kg.base === null ? '' : writeDanish(kg.base),
		change: kg?.text ?? '',
		spread: activitySpread ? writeDanish((activitySpread.high - 1) * 100) : '',
		source: factor.source ?? '',
		set: factor.gwpSet ?? unstated,
		co2: writeGas(gases.co2),
		ch4: writeGas(gases.ch4),
		n2o: writeGas(gases.n2o),
		year: factor.year === null ? '' : String(factor.year),
		validTo: factor.validTo === null ? '' : String(factor.validTo),
		basis: factor.basis,
		from: '',
		removal: cell.removal ? 'on' : '',
	};
}

function writeSeries(series: Series): string {
	if (typeof series === 'number') return writeDanish(series);
	const known = Object.entries(series.years).flatMap(([year, value]) => (value === null ? [] : [`${year}: ${writeDanish(value)}`]));
	return known.join('; ');
}

function scaleSeries(series: Series, scale: number): Series {
	if (scale === 1) return series;
	if (typeof series === 'number') return series * scale;
	const years = Object.entries(series.years).map(([year, value]) => [year, value === null ? null : value * scale] as const);
	return { ...series, years: Object.fromEntries(years) };
}

/** What a part emits and what it takes up are two rows of a path, which must not have one name. */
function nameRemovalsApart(rows: readonly Row[], locale: Locale): Row[] {
	const isAlike = (one: Row, two: Row) => one !== two && one.sector === two.sector && one.carrier === two.carrier;
	const uptake = rowPartLabel('removal', locale).toLowerCase();
	return rows.map((row) =>
		row.removal !== '' && rows.some((other) => isAlike(row, other)) ? { ...row, carrier: `${row.carrier} (${uptake})` } : row,
	);
}

function proposeRow({ sector, subSector, carrier, ...cell }: ProposedCell, source: string, locale: Locale): Row {
	const name = accountSectorLabel(sector, locale);
	return {
		...{ place: '', growth: '', change: '', spread: '', source, unit: cell.unit, set: cell.gwpSet ?? unstated },
		...{ co2: '', ch4: '', n2o: '', year: cell.year === null ? '' : String(cell.year), validTo: '', basis: 'direct', from: '' },
		sector: subSector === null ? name : `${name}: ${subSectorLabel(subSector, locale).toLowerCase()}`,
		carrier: carrier === null ? m.measure_basis_all_carriers({}, { locale }) : carrierLabel(carrier, locale),
		activity: writeDanish(cell.activity),
		factor: writeDanish(cell.factor),
		removal: cell.isRemoval ? 'on' : '',
	};
}
