import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Locale } from '#text/locale.ts';
import type { FigureBlock, FigureSection, FigureTable } from './figure-blocks.ts';
import { boldStyle, headingStyle, plainStyle, textCell, titleStyle, type Cells } from './xlsx-cells.ts';

/** Characters that the name of a sheet may have. */
const longestName = 31;
const firstWidth = 44;
const otherWidth = 18;

/** A section about figures as a sheet: texts and tables under each other, figures as numbers. A picture is its table, which follows it. */
export function makeFigureSheet({ title, blocks }: FigureSection, locale: Locale): WriteSheet {
	const lines: Partial<Cell>[][] = [[textCell(title, titleStyle)], ...blocks.flatMap((block) => listLines(block, locale))];
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

function listLines(block: FigureBlock, locale: Locale): Partial<Cell>[][] {
	if (block.kind === 'picture') return [];
	if (block.kind === 'table') return listTable(block, locale);
	if (block.kind === 'list') return block.lines.map((line) => [textCell(line, {})]);
	return block.kind === 'heading' ? [[], [textCell(block.text, titleStyle)]] : [[textCell(block.text, {})]];
}

function listTable({ caption, columns, rows }: FigureTable, locale: Locale): Partial<Cell>[][] {
	const write = (text: string | null, column: number, isStrong: boolean): Partial<Cell> => {
		const style = isStrong || column === 0 ? boldStyle : plainStyle;
		if (text === null) return { value: null, type: 'empty', style: plainStyle };
		return (columns[column]?.isNumber && numberCell(text, style, locale)) || textCell(text, style);
	};
	return [
		[],
		[textCell(caption, { font: boldStyle.font })],
		columns.map(({ name }) => textCell(name, headingStyle)),
		...rows.map(({ cells, isStrong }) => cells.map((text, column) => write(text, column, isStrong))),
		[],
	];
}

// The tables are written for people. What is a number and nothing else becomes one again, with the decimals it was written with.
function numberCell(text: string, style: CellStyle, locale: Locale): Partial<Cell> | undefined {
	const [group, decimal] = locale === 'da' ? ['.', ','] : [',', '.'];
	const plain = text.replaceAll(group, '').replace(decimal, '.').replace('−', '-');
	const digits = /^-?\d+(?:\.(\d+))?$/.exec(plain);
	if (!digits) return undefined;
	const numFmt = `#,##0${digits[1] ? `.${'0'.repeat(digits[1].length)}` : ''}`;
	return { value: Number(plain), type: 'number', style: { ...style, numFmt, alignment: { ...style.alignment, horizontal: 'right' } } };
}
