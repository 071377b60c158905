import { fulfilmentColours, progressColours } from '#domain/followup/assessment.ts';
import type { ColumnMapping, DraftField, DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { chooseColumns, type Columns } from './choose-columns.ts';
import { readFill } from './fill-colour.ts';
import { cellAt, findHeader, isRepeatedHeader, type Header } from './find-header.ts';
import { isBlank, oneLine } from './fold.ts';
import { readNumber, splitNumber } from './numbers.ts';
import type { ProblemList } from './problem-list.ts';
import { readRow } from './read-row.ts';
import type { Table, TableRow } from './table.ts';

/** One table understood. `hasSections` is false when nothing inside the table says which section a row belongs to. */
export type UnderstoodTable = {
	readonly drafts: DraftInitiative[];
	readonly mapping: ColumnMapping;
	readonly hasSections: boolean;
	/** The one-cell row above the headings, the table's own title. */
	readonly title: string | null;
};

type Place = { readonly sheet: string | null; readonly page: number | null; readonly row: number };
type Walk = {
	readonly table: Table;
	readonly columns: Columns;
	readonly problems: ProblemList;
	readonly coloured: ReadonlySet<DraftField>;
};
type Section = { readonly title: string; readonly place: Place; rows: number };

/** Understands a table by its headings; null when it has none that can be recognised. */
export function readTable(table: Table, mapping: ColumnMapping | undefined, problems: ProblemList): UnderstoodTable | null {
	const header = findHeader(table, mapping);
	if (!header) return null;
	const columns = chooseColumns(table, header, mapping, problems);
	const walk: Walk = { table, columns, problems, coloured: findColoured(table, header, columns) };
	const { drafts, sections } = walkRows(walk, header);
	for (const section of sections) {
		if (section.rows === 0)
			problems.add({ ...section.place, severity: 'note', code: 'section.without-rows', action: 'noted', text: section.title });
	}
	const above = table.rows.slice(0, header.first).find((row) => singleText(row) !== null);
	return {
		drafts,
		mapping: {
			sheet: table.place.sheet,
			columns: columns.headings.map((heading, column) => ({ heading, field: columns.fields[column] ?? null })),
		},
		hasSections: columns.byField.has('section') || sections.some((section) => section.rows > 0),
		title: above ? singleText(above) : null,
	};
}

function walkRows(walk: Walk, header: Header): { drafts: DraftInitiative[]; sections: Section[] } {
	const { table, columns, problems } = walk;
	const headerRows = table.rows.slice(header.first, header.last + 1);
	const drafts: DraftInitiative[] = [];
	const sections: Section[] = [];
	let pending: TableRow | null = null;
	const close = (): void => {
		const draft = pending && readNamedRow(walk, pending, sections.at(-1)?.title ?? null, drafts.length);
		if (draft) {
			drafts.push(draft);
			const section = sections.at(-1);
			if (section) section.rows++;
		}
		pending = null;
	};
	for (const row of table.rows.slice(header.last + 1)) {
		if (isRepeatedHeader(row, header, headerRows) || isPageMark(row)) continue;
		if (row.hidden) problems.add({ ...placeOf(table, row), severity: 'note', code: 'row.hidden', action: 'noted', text: rowText(row) });
		const section = readSection(row, columns);
		if (section !== null) {
			close();
			sections.push({ title: section, place: placeOf(table, row), rows: 0 });
		} else if (pending && continues(row, columns)) {
			problems.add({ ...placeOf(table, row), severity: 'note', code: 'row.joined', action: 'noted', text: rowText(row) });
			pending = joinRows(pending, row);
		} else {
			close();
			pending = row;
		}
	}
	close();
	return { drafts, sections };
}

/** Settles number and title of a row, then understands the rest. Null for a row that is no initiative. */
function readNamedRow(walk: Walk, row: TableRow, section: string | null, before: number): DraftInitiative | null {
	const { table, columns, problems, coloured } = walk;
	const place = placeOf(table, row);
	const titleCell = cellAt(row, columns.byField.get('title') ?? Infinity);
	const numberColumn = columns.byField.get('number');
	const numberText = numberColumn === undefined ? '' : cellAt(row, numberColumn).text;
	const inTitle = columns.numberInTitle || isBlank(numberText) ? splitNumber(titleCell.text) : null;
	const own = numberColumn === undefined ? null : readNumber(numberText);
	const number =
		own ??
		(columns.numberInTitle ? inTitle?.number : null) ??
		(numberColumn === undefined && !columns.numberInTitle ? String(before + 1) : null);
	if (!number) {
		const code = isBlank(numberText) ? 'number.missing' : 'number.unreadable';
		const heading = columns.headings[numberColumn ?? columns.byField.get('title') ?? Infinity] ?? null;
		problems.add({ ...place, severity: 'question', code, action: 'row-skipped', field: 'number', column: heading, text: rowText(row) });
		return null;
	}
	const title = oneLine(columns.numberInTitle && inTitle && !own ? inTitle.title : titleCell.text) ?? '';
	if (!title)
		problems.add({
			...place,
			severity: 'question',
			code: 'title.missing',
			action: 'left-empty',
			field: 'title',
			number,
			text: rowText(row),
		});
	if (numberColumn === undefined && !columns.numberInTitle && before === 0) {
		problems.add({ ...place, severity: 'question', code: 'number.assigned', action: 'read-as', field: 'number', value: number });
	}
	return readRow({ table, row, columns, number, title, section, coloured }, problems);
}

/** A row with one text alone heads the rows below it, unless that text is an initiative of its own. */
function readSection(row: TableRow, columns: Columns): string | null {
	const text = singleText(row);
	if (text === null) return null;
	const column = row.cells.findIndex((cell) => cell.text !== '');
	const field = columns.fields[column];
	if ((row.cells[column]?.columnSpan ?? 1) > 1) return text;
	if (field !== 'number' && field !== 'title' && field !== 'section' && column > 0) return null;
	const isInitiative = field === 'title' && columns.numberInTitle ? splitNumber(text) !== null : readNumber(text) !== null;
	return isInitiative ? null : text;
}

/** True for the lower part of a row whose number or title is merged with the one above. */
function continues(row: TableRow, columns: Columns): boolean {
	const named = [columns.byField.get('number'), columns.byField.get('title')]
		.filter((column) => column !== undefined)
		.map((column) => cellAt(row, column));
	return named.length > 0 && named.every((cell) => cell.fromAbove || cell.text === '') && named.some((cell) => cell.fromAbove);
}

function joinRows(above: TableRow, below: TableRow): TableRow {
	const width = Math.max(above.cells.length, below.cells.length);
	const cells = Array.from({ length: width }, (_, column) => {
		const upper = cellAt(above, column);
		const lower = cellAt(below, column);
		if (lower.fromAbove || lower.text === '') return upper;
		return upper.text === '' ? lower : { ...upper, text: `${upper.text}\n${lower.text}`, value: undefined, kind: 'text' as const };
	});
	return { ...above, cells };
}

/** The colour columns where backgrounds are used for colours other than white. */
function findColoured(table: Table, header: Header, columns: Columns): Set<DraftField> {
	const coloured = new Set<DraftField>();
	const scales = { progress: progressColours, fulfilment: fulfilmentColours } as const;
	for (const field of ['progress', 'fulfilment'] as const) {
		const column = columns.byField.get(field);
		const title = columns.byField.get('title') ?? Infinity;
		if (column === undefined) continue;
		const isColoured = (row: TableRow) => {
			const { fill } = cellAt(row, column);
			if (fill === undefined || fill === 'FFFFFF' || fill === cellAt(row, title).fill) return false;
			return readFill(fill, scales[field]).colour !== null;
		};
		if (table.rows.slice(header.last + 1).some(isColoured)) coloured.add(field);
	}
	return coloured;
}

/** "Side 3 af 12" at the foot of a page is no section. */
function isPageMark(row: TableRow): boolean {
	return /^(?:side|page|sida|s\.)\s*\d+(?:\s*(?:af|of|av|\/)\s*\d+)?$/i.test(singleText(row) ?? '');
}

/** The row's only text, on one line; null when it has none or several. */
export function singleText(row: TableRow): string | null {
	const filled = row.cells.filter((cell) => cell.text !== '');
	return filled.length === 1 && filled[0] ? oneLine(filled[0].text) : null;
}

function rowText(row: TableRow): string {
	return row.cells
		.map((cell) => oneLine(cell.text))
		.filter(Boolean)
		.join(' | ');
}

function placeOf(table: Table, row: TableRow): Place {
	return { sheet: table.place.sheet, page: row.page ?? table.place.page, row: row.row };
}
