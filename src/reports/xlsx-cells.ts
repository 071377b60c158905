import type { Cell, CellStyle } from 'hucre/xlsx';
import { palettes, type ColourMark } from '#charts/colour-shape.ts';
import { xmlText } from './xml-text.ts';

/** The cells of a sheet by place: "row,column", both from 0. */
export type Cells = Map<string, Partial<Cell>>;

const accent = '12505B';
export const font = { name: 'Calibri', size: 11 } as const;
const line = { style: 'thin', color: { rgb: 'D9DEE2' } } as const;
const border = { top: line, bottom: line, left: line, right: line };
const alignment = { vertical: 'top', wrapText: true, horizontal: 'left' } as const;
export const plainStyle: CellStyle = { alignment, border, font };
export const boldStyle: CellStyle = { ...plainStyle, font: { ...font, bold: true } };
export const dateStyle: CellStyle = { ...plainStyle, numFmt: 'dd-mm-yyyy' };
export const headingStyle: CellStyle = {
	alignment: { vertical: 'center', wrapText: true, horizontal: 'left' },
	border: { ...border, bottom: { style: 'medium', color: { rgb: accent } } },
	font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
	fill: fillWith(accent),
};
export const titleStyle: CellStyle = { font: { ...font, bold: true, size: 14, color: { rgb: accent } } };
const lineHeight = 15;
/** Excel's own limit of a row's height, in points. */
const tallestRow = 409;
/** Characters that Excel takes in a cell. */
const longestCell = 32_767;

/** A text, also one that begins like a formula. */
export function textCell(value: string, style: CellStyle): Partial<Cell> {
	return { value: xmlText(value).slice(0, longestCell), type: 'string', style };
}

export function fillWith(rgb: string): CellStyle['fill'] {
	return { type: 'pattern', pattern: 'solid', fgColor: { rgb: rgb.toUpperCase() } };
}

/** A colour's own ground and letters, as the site shows it. */
export function markStyle(mark: ColourMark): CellStyle {
	const { fill, onFill } = palettes.light.marks[mark];
	return { fill: fillWith(fill.slice(1)), font: { ...font, bold: true, color: { rgb: onFill.slice(1).toUpperCase() } } };
}

/**
 * Height in points of a row whose texts wrap in columns of some width in characters. Excel grows a row to its text by itself, other
 * programs do not: the height is said, as near as a count of letters comes.
 */
export function estimateRowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
	const lines = cells.map(({ text, width }) =>
		text.split('\n').reduce((sum, paragraph) => sum + Math.max(1, Math.ceil((paragraph.length * 1.12) / width)), 0),
	);
	return Math.min(tallestRow, Math.max(1, ...lines) * lineHeight + 3);
}
