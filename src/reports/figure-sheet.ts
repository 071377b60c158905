import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { FigureBlock, FigureSection, FigureTable } from './figure-blocks.ts';
import type { FigureCell, FigureNumber } from './figure-cell.ts';
import { boldStyle, estimateRowHeight, headingStyle, plainStyle, textCell, titleStyle, type Cells } from './xlsx-cells.ts';

/** Characters that the name of a sheet may have. */
const longestName = 31;
/** Excel takes 255 characters of how a number is shown. */
const longestMark = 200;
/** Widths in characters. A number does not wrap, and is not shown where it has not room: a column is as wide as its widest. */
const firstWidth = 44;
const otherWidth = 18;
const widest = 120;
/** Points. */
const titleHeight = 24;

/** A section about figures as a sheet: texts and tables under each other, figures as numbers. A picture is its table, which follows it. */
export function makeFigureSheet({ title, blocks }: FigureSection): WriteSheet {
	const lines: Partial<Cell>[][] = [[textCell(title, titleStyle)], ...blocks.flatMap(listLines)];
	const cells: Cells = new Map(lines.flatMap((line, row) => line.map((cell, column) => [`${row},${column}`, cell] as const)));
	const widths = findWidths(
		blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
		Math.max(...lines.map((line) => line.length)),
	);
	return {
		name: title.slice(0, longestName),
		columns: widths.map((width) => ({ width })),
		rows: lines.map(() => []),
		rowDefs: new Map(lines.map((line, row) => [row, { height: findHeight(line, widths) }])),
		cells,
		view: { showGridLines: false },
		pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
	};
}

function findWidths(tables: readonly FigureTable[], columns: number): number[] {
	return Array.from({ length: columns }, (_, column) => {
		const figures = tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[column] ?? null));
		const lengths = figures.map((cell) => {
			if (cell === null) return 0;
			// Words wrap, and need no more than the first column has.
			if (typeof cell === 'string') return Math.min(cell.length, firstWidth);
			return cell.text.length + (cell.inSheet === undefined ? 0 : cell.inSheet.length) + 2;
		});
		return Math.min(widest, Math.max(column === 0 ? firstWidth : otherWidth, ...lengths));
	});
}

/** What wraps decides; a title is one line of large letters, and a text outside a table runs on over the empty cells beside it. */
function findHeight(line: readonly Partial<Cell>[], widths: readonly number[]): number {
	const title = line[0]?.style === titleStyle ? titleHeight : 0;
	const wrapping = line.map(({ value, style }, column) => ({
		text: style?.alignment?.wrapText && typeof value === 'string' ? value : '',
		width: widths[column] ?? otherWidth,
	}));
	return Math.max(title, estimateRowHeight(wrapping));
}

function listLines(block: FigureBlock): Partial<Cell>[][] {
	if (block.kind === 'picture') return [];
	if (block.kind === 'table') return listTable(block);
	if (block.kind === 'list') return block.lines.map((line) => [textCell(line, {})]);
	if (block.kind === 'note') return [[textCell(block.inSheet ?? block.text, {})]];
	return block.kind === 'heading' ? [[], [textCell(block.text, titleStyle)]] : [[textCell(block.text, {})]];
}

function listTable({ caption, columns, rows }: FigureTable): Partial<Cell>[][] {
	return [
		[],
		[textCell(caption, { font: boldStyle.font })],
		columns.map(({ name, isNumber }) => textCell(name, isNumber ? toRight(headingStyle) : headingStyle)),
		...rows.map(({ cells, isStrong }) =>
			cells.map((cell, column) => makeCell(cell, isStrong || column === 0 ? boldStyle : plainStyle, columns[column]?.isNumber ?? false)),
		),
		[],
	];
}

function makeCell(cell: FigureCell, style: CellStyle, isNumber: boolean): Partial<Cell> {
	if (cell === null) return { value: null, type: 'empty', style: plainStyle };
	if (typeof cell === 'string') return textCell(cell, isNumber ? toRight(style) : style);
	return { value: cell.value, type: 'number', style: { ...toRight(style), numFmt: writeFormat(cell) } };
}

const toRight = (style: CellStyle): CellStyle => ({ ...style, alignment: { ...style.alignment, horizontal: 'right' } });

// What is said beside a number belongs to how it is shown, so that the cell is still a number.
function writeFormat({ decimals, isShare, mark, inSheet }: FigureNumber): string {
	const said = inSheet ?? mark;
	const digits = `${isShare ? '0' : '#,##0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isShare ? ' %' : ''}`;
	return said === null ? digits : `${digits}" ${said.replaceAll('"', '').replaceAll(/\s+/g, ' ').slice(0, longestMark)}"`;
}
