import { accountKinds, type AccountRow, type NotationKey } from '#domain/account/account.ts';
import type { AccountDraft, AccountTable, TableProblem } from '#domain/account/account-draft.ts';
import { stateAsCo2e } from '#domain/account/single-gas.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import {
	isHeader,
	readColumns,
	readYearCell,
	tellYearCells,
	tellYearHeadings,
	textReader,
	type Columns,
	type Told,
} from './account-columns.ts';
import { findUnclear, noteDanishFigures, readFigure, refuseFigure } from './account-figure.ts';
import { listHidden } from './account-hidden.ts';
import { findKinds } from './account-kinds.ts';
import { mostTonnes } from '#domain/shared/figure-bounds.ts';
import { readInhabitants, readInhabitantsBeside, type Inhabitants } from './account-inhabitants.ts';
import { calculateLine, isCalculable, readWhat } from './account-line.ts';
import { withoutNotes } from './account-notes.ts';
import { keepCarriersApart, type ReadRow } from './account-parts.ts';
import { nameApart, type ReadTotal } from './account-totals.ts';
import * as words from './account-words.ts';
import { openSpreadsheet } from './open-spreadsheet.ts';
import { readCsv } from './readers/csv.ts';
import type { Cell, Table, TableRow } from './table.ts';

/** Far above any account; larger files are another thing. */
export const largestAccountBytes = 1024 ** 2;
const rowsToLookAt = 20;

type Line = { readonly year: number } & (ReadRow | ReadTotal | Inhabitants);
/** `reason` is the one that stands in the cell itself. */
type Amount = { readonly tonnes: number | null; readonly notation: NotationKey | null; readonly reason: string | null };

/**
 * Reads accounts from Excel or separated values: one line a row with a column of years (long), or years as columns (wide).
 * An empty cell is no line and never a zero. @throws DomainError invalid `account-import.…`, `document.…`
 */
export async function readAccountTable(file: string, bytes: Uint8Array): Promise<AccountTable> {
	if (bytes.length > largestAccountBytes) throw new DomainError('invalid', 'account-import.too-large', { file });
	const { tables, hiddenSheets } = await readTables(file, bytes);
	const tablesWithNotes = tables.flatMap((table) => {
		const header = table.rows.slice(0, rowsToLookAt).find((row) => isHeader(readColumns(row)));
		if (!header) return [];
		const columns = readColumns(header, table.delimiter);
		const below = { ...table, rows: table.rows.filter(({ row }) => row > header.row) };
		return [{ table, header, columns: { ...columns, unclear: findUnclear(below, columns) } }];
	});
	if (tablesWithNotes.length === 0) throw new DomainError('invalid', 'account-import.no-headings', { file });
	const problems: TableProblem[] = listHidden(tablesWithNotes, hiddenSheets);
	const tell: Told = (code, row, column, text) => {
		problems.push({ code, row, column, text: text.slice(0, 100) });
		return undefined;
	};
	const found = tablesWithNotes.map((each) => withoutNotes(each, tell));
	const kinds = findKinds(found, tell);
	const spellings = new Map<string, string>();
	for (const { table, header, columns } of found) {
		tellYearHeadings(header, columns, tell);
		tellYearCells(
			table.rows.filter(({ row }) => row > header.row),
			columns,
			spellings,
			tell,
		);
	}
	noteDanishFigures(found, tell);
	const ofHeadings = problems.length;
	const lines = found.flatMap(({ table, header, columns }) =>
		table.rows
			.filter((row) => row.row > header.row && isWhole(row, header, columns, tell))
			.flatMap((row) => [...readLine(row, columns, table.place.sheet, tell), ...readInhabitantsBeside(row, columns, tell)]),
	);
	const drafts = gather(lines, tell);
	if (drafts.length === 0 && problems.length === ofHeadings) throw new DomainError('invalid', 'account-import.no-rows', { file });
	return { drafts, problems, kind: accountKinds.find((kind) => kind === kinds[0]) ?? null };
}

type Read = { readonly tables: readonly Table[]; readonly hiddenSheets: readonly string[] };

async function readTables(file: string, bytes: Uint8Array): Promise<Read> {
	const opened = await openSpreadsheet(file, bytes, 'account-import.unsupported');
	if ('text' in opened) return { tables: readSeparated(file, opened.text), hiddenSheets: [] };
	const { tables, problems } = opened;
	return { tables, hiddenSheets: problems.flatMap(({ code, text }) => (code === 'sheet.hidden' ? [text ?? ''] : [])) };
}

/** With the delimiter that gives headings of an account; rows keep the numbers a spreadsheet shows. */
function readSeparated(file: string, text: string): readonly Table[] {
	if (/^sep=./i.test(text)) return [readCsv(file, text)?.table].filter((table) => table !== undefined);
	return [';', '\t', ',', '|']
		.flatMap((delimiter) => {
			const table = readCsv(file, `sep=${delimiter}\n${text}`)?.table;
			if (!table?.rows.slice(0, rowsToLookAt).some((row) => isHeader(readColumns(row)))) return [];
			return [{ ...table, rows: table.rows.map((row) => ({ ...row, row: row.row - 1 })) }];
		})
		.slice(0, 1);
}

/** Where commas stand between the columns, a number with a comma and no quotes has become two cells: then the row is longer than the headings. */
function isWhole({ row, cells }: TableRow, header: TableRow, { delimiter }: Columns, tell: Told): boolean {
	if (delimiter !== ',' || cells.length <= header.cells.length) return true;
	tell('row.too-long', row, '', cells.map(({ text }) => text).join(','));
	return false;
}

/** The lines of one row: one, or one for each year that is a column. */
function readLine(row: TableRow, columns: Columns, sheet: string | null, tell: Told): Line[] {
	const text = textReader(row, columns);
	if (row.cells.every((cell) => cell.text.trim() === '')) return [];
	if (words.isPopulation(text('sector'))) return readInhabitants(listAmounts(row, columns, tell), { row: row.row, columns, tell });
	const total = words.readTotal(text('sector'));
	const what = total === undefined ? readWhat(row, columns, sheet, tell) : null;
	const unit = readUnit(withoutGas(text('unit'), text('gas')), columns) ?? tell(refuseUnit(columns), row.row, 'unit', text('unit'));
	if (unit === undefined || what === undefined) return [];
	const about = what && unit.isCo2e ? stateGas(what, unit, text('gas') + text('gasOfCo2e')) : what;
	return listAmounts(row, columns, tell).flatMap(({ year, cell, column }): Line[] => {
		const amount = readAmount(cell, text('notation'), unit.tonnes, columns);
		if (amount === undefined) {
			tell(refuseFigure(cell, columns), row.row, column, cell.text);
			return [];
		}
		// A dash is the source's own "not stated": only an empty cell leaves the tonnes to be worked out.
		if (amount === null && about && cell.text.trim() === '' && isCalculable(about, columns)) {
			const calculated = calculateLine(about, text('gas') !== '', row.row, tell);
			return calculated ? [{ year, row: calculated, part: text('subSector') }] : [];
		}
		if (amount === null) {
			tell('cell.empty', row.row, column, text('sector'));
			return [];
		}
		if (Math.abs(amount.tonnes ?? 0) > mostTonnes) {
			tell('cell.too-large', row.row, column, cell.text);
			return [];
		}
		if (about) {
			const reason = joinReasons(amount.reason, about.reason, columns);
			return [{ year, row: { ...about, ...amount, reason }, part: text('subSector') }];
		}
		const label = [text('sector'), text('subSector')].filter(Boolean).join(', ');
		const beside = tellBeside(row, columns);
		return amount.tonnes === null ? [] : [{ year, beside, total: { label, sector: total ?? null, tonnes: amount.tonnes } }];
	});
}

/** What a row says in words beside its sector, year and tonnes. */
function tellBeside({ cells }: TableRow, { fields, years }: Columns): string {
	const known = new Set([fields.sector, fields.subSector, fields.year, fields.tonnes, fields.population, fields.unit, ...years.values()]);
	const texts = cells.flatMap(({ text }, at) => (known.has(at) || !/\p{L}/u.test(text) ? [] : [text.replace(/\s+/g, ' ').trim()]));
	return texts.join(', ').slice(0, 100);
}

/** "t N2O" in a line of N2O is plain tonnes: the unit only repeats what the line is of. */
function withoutGas(unit: string, gas: string): string {
	return ['CH4', 'N2O'].includes(gas) && unit.endsWith(` ${gas}`) ? unit.slice(0, -gas.length).trim() : unit;
}

/** A unit beside an activity that has none of its own is often the activity's. */
function refuseUnit({ fields }: Columns) {
	return fields.activity !== undefined && fields.activityUnit === undefined ? 'unit.of-activity' : 'unit.unknown';
}

/** The row's own unit, else the heading's. CO2e that either names is CO2e. */
function readUnit(text: string, { unit: heading }: Columns): words.TonneUnit | undefined {
	const own = text === '' ? heading : words.readTonneUnit(text);
	if (!own) return undefined;
	// "CO2e" in a cell says what is counted, and the heading how large the unit is.
	return {
		...(own.hasSize ? own : { ...own, tonnes: heading.tonnes }),
		isCo2e: own.isCo2e || heading.isCo2e,
		isOnlyCo2: (own.isCo2e ? own : heading).isOnlyCo2,
	};
}

/** The line by what its unit says. CO2 alone often stands for CO2e, but what is biogenic or removed is that gas where no other is named. */
function stateGas(line: AccountRow, unit: words.TonneUnit, named: string): AccountRow {
	return unit.isOnlyCo2 && named === '' && line.part !== 'emission' ? { ...line, gas: 'CO2' } : stateAsCo2e(line);
}

function listAmounts(row: TableRow, { fields, years }: Columns, tell: Told) {
	const cellAt = (at: number | undefined): Cell => row.cells[at ?? -1] ?? { text: '' };
	if (years.size > 0) return [...years].map(([year, at]) => ({ year, cell: cellAt(at), column: String(year) }));
	const text = cellAt(fields.year).text.trim();
	const year = readYearCell(text) ?? tell('year.form', row.row, 'year', text);
	return year === undefined ? [] : [{ year, cell: cellAt(fields.tonnes), column: 'tonnes' }];
}

/** Tonnes or a notation key; null for an empty cell, undefined for what is neither. */
function readAmount(cell: Cell, notation: string, unit: number, columns: Columns): Amount | null | undefined {
	const text = cell.text.trim();
	const key = words.readNotationCell(text === '' ? notation : text);
	if (key) return { tonnes: null, ...key };
	if (text === '' || /^[–-]$/.test(text)) return null;
	const number = readFigure(cell, columns);
	return number === undefined ? undefined : { tonnes: number * unit, notation: null, reason: null };
}

/** A cell may give its own reason beside the row's. A row of several years has one reason for those whose cells give none. */
function joinReasons(own: string | null, ofRow: string | null, { years }: Columns): string | null {
	if (years.size > 0) return own ?? ofRow;
	return [...new Set([own, ofRow].filter((reason) => reason !== null))].join('; ') || null;
}

/** The lines by year. Inhabitants of a year without figures are no account. */
function gather(lines: readonly Line[], tell: Told): AccountDraft[] {
	const byYear = Map.groupBy(lines, ({ year }) => year);
	return [...byYear]
		.filter(([, own]) => own.some((line) => !('population' in line)))
		.sort(([one], [two]) => one - two)
		.map(([year, own]) => {
			const populations = [...new Set(own.flatMap((line) => ('population' in line ? [line.population] : [])))];
			if (populations.length > 1) tell('population.several', null, String(year), populations.join(' / '));
			return {
				year,
				rows: keepCarriersApart(own.filter((line) => 'row' in line)),
				totals: nameApart(own.flatMap((line) => ('total' in line ? [line] : []))),
				population: populations[0] ?? null,
			};
		});
}
