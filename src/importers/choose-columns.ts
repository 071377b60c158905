import type { ColumnMapping, DraftField } from '#domain/followup/draft-initiative.ts';
import { progressColours } from '#domain/followup/assessment.ts';
import { readColour } from './colours.ts';
import { readDate } from './dates.ts';
import { readFill } from './fill-colour.ts';
import { cellAt, readHeading, type Header } from './find-header.ts';
import { compactText, isBlank } from './fold.ts';
import { themeOrSection } from './heading-words.ts';
import { isNumber, startsWithNumber } from './numbers.ts';
import type { NewProblem, ProblemList } from './problem-list.ts';
import { withoutMissing, type Cell, type Table, type TableRow } from './table.ts';
import { readState } from './words.ts';

/** What each column of a table is taken for. `numberInTitle`: the number stands before the title, in the same cell. */
export type Columns = {
	readonly headings: readonly string[];
	readonly fields: readonly (DraftField | null)[];
	readonly byField: ReadonlyMap<DraftField, number>;
	readonly numberInTitle: boolean;
};

type Choice = { column: number; field: DraftField; score: number; others: readonly DraftField[]; doubtful: boolean };

const rowsToSample = 300;

/**
 * Decides what each column holds: a person's mapping first, then sure headings, then headings that leave it to the values,
 * then a column without a heading that holds the numbers. Says what it could not decide.
 */
export function chooseColumns(table: Table, header: Header, mapping: ColumnMapping | undefined, problems: ProblemList): Columns {
	const rows = table.rows
		.slice(header.last + 1, header.last + 1 + rowsToSample)
		.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
	const fields: (DraftField | null)[] = header.headings.map(() => null);
	const used = new Map<DraftField, number>();
	const take = (column: number, field: DraftField): void => {
		fields[column] = field;
		used.set(field, column);
	};
	const decided = takeMapped(header, mapping, take);
	const say = { sheet: table.place.sheet, page: table.place.page, row: table.rows[header.last]?.row ?? null };
	const left = header.headings.map((_, column) => column).filter((column) => !decided.has(column));
	const choices = settleThemes(table, header, recognise(header, left, rows), used.has('section')).sort(
		(a, b) => Number(a.doubtful) - Number(b.doubtful) || b.score - a.score || a.column - b.column,
	);
	for (const choice of choices) {
		const column = header.headings[choice.column] ?? '';
		const field = choice.doubtful ? chooseByValues(rows, choice, used) : choice.field;
		if (field === null || used.has(field)) {
			problems.addOnce({
				...say,
				severity: 'question',
				code: 'heading.same-field',
				action: 'column-not-used',
				column,
				field: choice.field,
				text: column,
			});
			continue;
		}
		take(choice.column, field);
		const doubt = findDoubt(rows, choice, field, column);
		if (doubt) problems.addOnce({ ...say, ...doubt, action: 'read-as', column, field, text: column, value: field });
	}
	tellUnknown(header, left, choices, say, problems);
	return finish(table, header, rows, fields, used, problems);
}

function recognise(header: Header, columns: readonly number[], rows: readonly TableRow[]): Choice[] {
	return columns
		.map((column) => ({ column, ...readHeading(header.headings[column] ?? '') }))
		.filter((choice): choice is Choice => choice.field !== null)
		.map((choice) => (choice.field === 'title' && holdsNumbers(rows, choice.column) ? { ...choice, field: 'number' as const } : choice));
}

/** What a person is told of a column that could be another one. */
function findDoubt(
	rows: readonly TableRow[],
	choice: Choice,
	field: DraftField,
	heading: string,
): Pick<NewProblem, 'severity' | 'code'> | null {
	if (isThemeOrSection(heading)) return { severity: 'note', code: 'heading.theme-or-section' };
	const unsure = choice.doubtful ? !isEmpty(rows, choice.column) && !holds(rows, choice.column, field) : choice.others.length > 0;
	return unsure ? { severity: 'question', code: 'heading.ambiguous' } : null;
}

/** "Tema" is the theme where another column, or rows between the others, say the section; else it is the section. */
function settleThemes(table: Table, header: Header, choices: readonly Choice[], hasSection: boolean): Choice[] {
	const isMeant = ({ column }: Choice) => isThemeOrSection(header.headings[column] ?? '');
	if (!choices.some(isMeant)) return [...choices];
	const isTheme =
		hasSection ||
		choices.some((choice) => choice.field === 'section' && !choice.doubtful && !isMeant(choice)) ||
		table.rows.slice(header.last + 1).some(isSectionRow);
	return choices.map((choice) => (isTheme && isMeant(choice) ? { ...choice, field: 'theme' } : choice));
}

function isThemeOrSection(heading: string): boolean {
	return themeOrSection.includes(compactText(heading));
}

/** A row with one text alone, in front or over the whole width, that is no number. */
function isSectionRow({ cells }: TableRow): boolean {
	const [first, ...others] = cells.filter(({ text }) => text !== '');
	if (!first || others.length > 0 || isNumber(first.text)) return false;
	return (first.columnSpan ?? 1) > 1 || cells[0] === first;
}

function tellUnknown(
	header: Header,
	left: readonly number[],
	choices: readonly Choice[],
	place: Pick<NewProblem, 'sheet' | 'page' | 'row'>,
	problems: ProblemList,
): void {
	for (const column of left) {
		const heading = header.headings[column];
		if (!heading || choices.some((choice) => choice.column === column)) continue;
		problems.addOnce({ ...place, severity: 'note', code: 'heading.unknown', action: 'column-not-used', column: heading, text: heading });
	}
}

function takeMapped(header: Header, mapping: ColumnMapping | undefined, take: (column: number, field: DraftField) => void): Set<number> {
	const decided = new Set<number>();
	for (const { heading, field } of mapping?.columns ?? []) {
		const column = header.headings.findIndex((own, at) => !decided.has(at) && compactText(own) === compactText(heading));
		if (column < 0) continue;
		decided.add(column);
		if (field) take(column, field);
	}
	return decided;
}

/** Looks for the numbers: in a column without a heading, or in front of the titles. */
function finish(
	table: Table,
	header: Header,
	rows: readonly TableRow[],
	fields: (DraftField | null)[],
	used: Map<DraftField, number>,
	problems: ProblemList,
): Columns {
	const columns = { headings: header.headings, fields, byField: used };
	if (used.has('number')) return { ...columns, numberInTitle: false };
	const say = { sheet: table.place.sheet, page: table.place.page, row: table.rows[header.last]?.row ?? null, field: 'number' as const };
	const nameless = header.headings.findIndex((heading, column) => heading === '' && holdsNumbers(rows, column));
	if (nameless >= 0) {
		fields[nameless] = 'number';
		used.set('number', nameless);
		problems.addOnce({ ...say, severity: 'note', code: 'heading.inferred', action: 'read-as', column: '', value: 'number' });
		return { ...columns, numberInTitle: false };
	}
	const title = used.get('title');
	const numberInTitle = title !== undefined && mostly(rows, title, (cell) => startsWithNumber(cell.text));
	const heading = title === undefined ? null : (header.headings[title] ?? null);
	if (numberInTitle)
		problems.addOnce({ ...say, severity: 'note', code: 'number.from-title', action: 'read-as', column: heading, value: 'number' });
	return { ...columns, numberInTitle };
}

function chooseByValues(rows: readonly TableRow[], choice: Choice, used: ReadonlyMap<DraftField, number>): DraftField | null {
	const free = [choice.field, ...choice.others].filter((field) => !used.has(field));
	return free.find((field) => holds(rows, choice.column, field)) ?? free[0] ?? null;
}

/** True when the column's values look like the field's. A field any text can stand in is taken at its word. */
function holds(rows: readonly TableRow[], column: number, field: DraftField): boolean {
	if (field === 'state') return mostly(rows, column, (cell) => readState(cell.text).value !== null);
	if (field === 'startDate' || field === 'deadline')
		return mostly(rows, column, (cell) => cell.kind === 'date' || readDate(cell.text).kind !== 'unreadable');
	if (field === 'progress') return mostly(rows, column, (cell) => readColour(cell.text) !== null || isFilled(cell));
	if (field === 'fulfilment') return mostly(rows, column, (cell) => readColour(cell.text) !== null || isFilled(cell), 0.3);
	return true;
}

/** "Indsats" may head the numbers, with "Navn" beside it. */
function holdsNumbers(rows: readonly TableRow[], column: number): boolean {
	return mostly(rows, column, (cell) => isNumber(cell.text));
}

function isEmpty(rows: readonly TableRow[], column: number): boolean {
	return rows.map((row) => withoutMissing(cellAt(row, column))).every((cell) => isBlank(cell.text) && cell.fill === undefined);
}

function isFilled(cell: Cell): boolean {
	return cell.fill !== undefined && readFill(cell.fill, progressColours).colour !== null;
}

function mostly(rows: readonly TableRow[], column: number, test: (cell: Cell) => boolean, share = 0.7): boolean {
	const cells = rows.map((row) => withoutMissing(cellAt(row, column))).filter((cell) => !isBlank(cell.text) || isFilled(cell));
	return cells.length > 0 && cells.filter(test).length >= cells.length * share;
}
