import type { DraftField, ReadProblem } from '#domain/followup/draft-initiative.ts';
import type { ReadTables, TableRow } from '../table.ts';
import { findAnchors } from './extracted-text/find-anchors.ts';
import type { Header } from './extracted-text/find-header.ts';
import { findHeader } from './extracted-text/find-header.ts';
import { findRowStarts } from './extracted-text/find-row-starts.ts';
import { cutRows } from './extracted-text/find-sections.ts';
import { joinLines } from './extracted-text/join-lines.ts';
import { removeRepeats } from './extracted-text/remove-repeats.ts';
import type { Source } from './extracted-text/recurring-cells.ts';
import type { Front } from './extracted-text/split-front.ts';
import { splitFronts } from './extracted-text/split-front.ts';
import type { RowCells } from './extracted-text/split-rows.ts';
import { splitRows } from './extracted-text/split-rows.ts';
import type { TextLine } from './extracted-text/text-line.ts';
import { readLines, splitWords } from './extracted-text/text-line.ts';

/** The document gives its numbers no heading of their own: the column has none, and is known by what stands in it. */
const numberHeading = '';

/**
 * Reads text that was extracted from a PDF table of initiatives: cells wrapped and run together, one row after the other.
 * Gives one table with a heading row, a row per section heading and a row per initiative; none where the text has no such table.
 * `row` is the line of the file on which the initiative begins.
 */
export function readExtractedText(file: string, text: string): ReadTables {
	const original = readLines(text);
	const found = findHeader(original, splitWords(original));
	if (!found) return { tables: [], problems: [] };
	const keepsSpaces = original.some(({ open }) => open);
	const unbroken = removeRepeats(original, found.lines);
	const lines = keepsSpaces ? unbroken : unbroken.map((line) => ({ ...line, open: true }));
	const words = splitWords(lines);
	const header = findHeader(lines, words);
	const table = header && readTable(file, lines, header, keepsSpaces);
	return table ?? { tables: [], problems: [] };
}

function readTable(file: string, lines: readonly TextLine[], header: Header, keepsSpaces: boolean): ReadTables | undefined {
	const source = { lines, words: splitWords(lines) };
	const fields = new Set(header.headings.map(({ field }) => field));
	const from = source.words.findIndex(({ line }) => line >= header.lines.to);
	if (from < 0) return undefined;
	const starts = findRowStarts(lines, source.words, from, findAnchors(source.words, from, fields));
	if (starts.length === 0) return undefined;
	const fronts = splitFronts(source, starts, header.headings.find(({ field }) => field === 'sector')?.width, keepsSpaces);
	const { rows, sections } = cutRows(source, { from, to: source.words.length }, starts, listSectors(source, fronts));
	const cells = splitRows(source, header, rows, fronts, keepsSpaces);

	const columns = listColumns(header);
	const title = findTitle(lines, header);
	const problems: ReadProblem[] = [];
	const tableRows: TableRow[] = [
		placeRow(
			lines[header.lines.from],
			columns.map(({ heading }) => ({ text: heading })),
		),
	];
	for (const [index, row] of rows.entries()) {
		for (const section of sections.filter(({ before }) => before === index)) {
			tableRows.push(placeRow(lines[section.line], placeSection(section.text, columns.length)));
		}
		const content = cells[index];
		const line = lines[row.start.line];
		if (!content || !line) continue;
		tableRows.push(
			placeRow(
				line,
				columns.map(({ field }) => placeCell(content, field)),
			),
		);
		problems.push(...listGuesses(file, line, content, columns));
	}
	const place = { file, sheet: null, page: lines[header.lines.from]?.page ?? null };
	return { tables: [{ place, title, rows: tableRows }], problems, title };
}

/** A heading over all columns. */
function placeSection(text: string, columns: number): TableRow['cells'] {
	return [{ text, columnSpan: columns }, ...Array.from({ length: columns - 1 }, () => ({ text: '' }))];
}

function listSectors({ words }: Source, fronts: readonly Front[]): Set<string> {
	const texts = fronts.flatMap(({ sector }) => (sector ? [words.slice(sector.from, sector.to).map(({ text }) => text)] : []));
	return new Set(texts.map((text) => text.join(' ').toLowerCase()));
}

type Column = { readonly heading: string; readonly field: DraftField };

function listColumns({ headings }: Header): Column[] {
	const columns = headings.map(({ text, field }): Column => ({ heading: text, field }));
	return columns.some(({ field }) => field === 'number') ? columns : [{ heading: numberHeading, field: 'number' }, ...columns];
}

function placeRow(line: TextLine | undefined, cells: TableRow['cells']): TableRow {
	return { row: line?.row ?? 1, page: line?.page ?? null, hidden: false, cells };
}

function placeCell(content: RowCells, field: DraftField): TableRow['cells'][number] {
	const text = content.texts[field] ?? '';
	const guessed = field === 'progress' && content.colourGuessed;
	return guessed && text !== '' ? { text, inferred: true } : { text };
}

/** What a person should look at: a colour whose column is not certain, and a text that may be remark or budget. */
function listGuesses(
	file: string,
	line: TextLine,
	{ texts, colourGuessed, proseGuessed }: RowCells,
	columns: readonly Column[],
): ReadProblem[] {
	const problem = (severity: 'note' | 'question', code: ReadProblem['code'], field: DraftField): ReadProblem => ({
		severity,
		code,
		file,
		sheet: null,
		page: line.page,
		row: line.row,
		column: columns.find((column) => column.field === field)?.heading ?? null,
		field,
		number: texts.number ?? null,
		text: texts[field] ?? null,
		action: 'read-as',
		// The question is which column it is: the answer is the column's field, not the text again.
		value: code === 'cell.column-uncertain' ? field : (texts[field] ?? null),
	});
	return [
		...(colourGuessed ? [problem('note', 'colour.column-inferred', 'progress')] : []),
		...(proseGuessed ? [problem('question', 'cell.column-uncertain', texts.budget ? 'budget' : 'remark')] : []),
	];
}

/** What stands right above the headings, up to where its author ended the line. */
function findTitle(lines: readonly TextLine[], header: Header): string | null {
	const above = lines.slice(0, header.lines.from);
	const first = above.findLastIndex((line, index) => index === 0 || line.blankBefore);
	if (first < 0) return null;
	const width = Math.max(...above.slice(first).map(({ text }) => text.length));
	return joinLines(above.slice(first), 'paragraphs', { width }).split('\n')[0] ?? null;
}
