import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { FigureBlock, FigureSection, FigureTable } from './figure-blocks.ts';
import type { FigureCell, FigureNumber } from './figure-cell.ts';
import { boldStyle, headingStyle, plainStyle, textCell, titleStyle, type Cells } from './xlsx-cells.ts';

/** Characters that the name of a sheet may have. */
const longestName = 31;
/** Excel takes 255 characters of how a number is shown. */
const longestMark = 200;
const firstWidth = 44;
const otherWidth = 18;

/** A section about figures as a sheet: texts and tables under each other, figures as numbers. A picture is its table, which follows it. */
export function makeFigureSheet({ title, blocks }: FigureSection): WriteSheet {
	const lines: Partial<Cell>[][] = [[textCell(title, titleStyle)], ...blocks.flatMap(listLines)];
	const cells: Cells = new Map(lines.flatMap((line, row) => line.map((cell, column) => [`${row},${column}`, cell] as const)));
	const columns = Math.max(...lines.map((line) => line.length));
	return {
		name: title.slice(0, longestName),
		columns: Array.from({ length: columns }, (_, column) => ({ width: column === 0 ? firstWidth : otherWidth })),
		rows: lines.map(() => []),
		cells,
		view: { showGridLines: false },
		pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
	};
}

function listLines(block: FigureBlock): Partial<Cell>[][] {
	if (block.kind === 'picture') return [];
	if (block.kind === 'table') return listTable(block);
	if (block.kind === 'list') return block.lines.map((line) => [textCell(line, {})]);
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
function writeFormat({ decimals, isShare, mark }: FigureNumber): string {
	const digits = `${isShare ? '0' : '#,##0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isShare ? ' %' : ''}`;
	return mark === null ? digits : `${digits}" ${mark.replaceAll('"', '').replaceAll(/\s+/g, ' ').slice(0, longestMark)}"`;
}
