import {
	AlignmentType,
	BorderStyle,
	HeadingLevel,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import { colourShapes, palettes } from '#charts/colour-shape.ts';
import type { ReportCounts, ShownMark } from './report-content.ts';
import { xmlText } from './xml-text.ts';

/** The parts that every page of the Word file is put together from. Lengths are twips, twentieths of a point; sizes are half points. */
export const accent = '12505B';
export const quiet = '55616C';
export const ground = 'F4F6F7';
/** On every machine with Word, and as wide as Liberation Sans where there is none: the pages break alike. */
export const wordFont = 'Arial';
const faint = 'D9DEE2';
const twipsOfMillimetre = 56.7;

/** A length in millimetres as twips. */
export function millimetres(length: number): number {
	return Math.round(length * twipsOfMillimetre);
}

export type RunLook = { readonly bold?: boolean; readonly color?: string; readonly size?: number };

/** A document's text with its line breaks; every character is kept as it is. */
export function textRuns(text: string, look: RunLook = {}): TextRun[] {
	const lines = xmlText(text).split(/\r\n?|\n/);
	return lines.map((line, place) => new TextRun({ text: line, ...look, ...(place > 0 ? { break: 1 } : {}) }));
}

/** A paragraph of the text as it is, line breaks included; `style` is the id of one of the file's styles. */
export function paragraph(text: string, look: RunLook = {}, style?: string): Paragraph {
	return new Paragraph({ children: textRuns(text, look), ...(style ? { style } : {}) });
}

/** A heading that Word lists in its outline and keeps on the page of what follows. */
export function heading(level: 1 | 2, text: string): Paragraph {
	return new Paragraph({
		heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
		children: textRuns(text),
		keepNext: true,
	});
}

/** One line of a list with dashes. */
export function bullet(...children: TextRun[]): Paragraph {
	return new Paragraph({ style: 'ListParagraph', numbering: { reference: 'dashes', level: 0 }, children });
}

/** A mark's shape, as a sign that every typeface of an office has, and its word. */
export function markRuns({ mark, word }: ShownMark, look: RunLook = {}): TextRun[] {
	const colour = palettes.print.marks[mark].outline.slice(1).toUpperCase();
	return [new TextRun({ text: `${colourShapes[mark].character} `, ...look, color: colour }), ...textRuns(word, look)];
}

/** Every colour with shape, word and number on one line. */
export function countedMarks(marks: ReportCounts['marks']): Paragraph {
	const runs = marks.flatMap(({ mark, word, count }, place) => [
		...(place > 0 ? [new TextRun({ text: '     ' })] : []),
		...markRuns({ mark, word }),
		new TextRun({ text: ` ${count}`, bold: true }),
	]);
	return new Paragraph({ children: runs });
}

/** A cell of a table: plain text, or a colour with ground, shape and word. A null is said, never left empty. */
export type CellContent = string | null | ShownMark | { readonly bold: string };

export type TableContent = {
	readonly headings: readonly string[];
	/** In millimetres, one for each column. */
	readonly widths: readonly number[];
	readonly rows: readonly (readonly CellContent[])[];
	/** What stands where nothing is stated. */
	readonly missing: string;
	/** Which columns hold numbers and stand to the right; none when left out. */
	readonly numbers?: readonly boolean[];
};

/** A table whose heading row is repeated on every page. Short rows stay together; long ones may go over to the next page. */
export function table({ headings, widths, rows, missing, numbers = [] }: TableContent): Table {
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: headings.map((text, column) =>
			cell([cellText(text, { bold: true, color: accent }, numbers[column])], widths[column], ground, accent),
		),
	});
	const body = rows.map((contents) => {
		const longest = Math.max(...contents.map((content) => (typeof content === 'string' ? content.length : 0)));
		return new TableRow({
			cantSplit: longest < 600,
			children: contents.map((content, column) => makeCell(content, widths[column], missing, numbers[column])),
		});
	});
	return new Table({
		rows: [head, ...body],
		columnWidths: widths.map(millimetres),
		width: { size: millimetres(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
		layout: TableLayoutType.FIXED,
		borders: { ...sides(none), insideHorizontal: line(faint), insideVertical: none },
	});
}

function makeCell(content: CellContent, width: number | undefined, missing: string, isNumber = false): TableCell {
	if (content === null) return cell([cellText(`– ${missing}`, { color: quiet }, isNumber)], width);
	if (typeof content === 'string') return cell([cellText(content, {}, isNumber)], width);
	if ('bold' in content) return cell([cellText(content.bold, { bold: true }, isNumber)], width);
	// Words are their own sign, and only a colour has a ground: reading the file again must not take either for a colour.
	if (content.mark === 'text') return cell([paragraph(content.word, {}, 'TableText')], width);
	if (content.mark === 'none') return makeCell(null, width, missing);
	const tint = palettes.print.marks[content.mark].tint.slice(1).toUpperCase();
	return cell([new Paragraph({ style: 'TableText', children: markRuns(content) })], width, tint);
}

function cellText(text: string, look: RunLook, isNumber = false): Paragraph {
	return new Paragraph({ style: 'TableText', children: textRuns(text, look), ...(isNumber ? { alignment: AlignmentType.RIGHT } : {}) });
}

function cell(children: Paragraph[], width = 0, fill?: string, underline?: string): TableCell {
	return new TableCell({
		children,
		width: { size: millimetres(width), type: WidthType.DXA },
		margins: { top: 50, bottom: 50, left: 70, right: 70 },
		...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
		...(underline ? { borders: { bottom: line(underline, 8) } } : {}),
	});
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function line(color: string, size = 4) {
	return { style: BorderStyle.SINGLE, size, color };
}

function sides(border: typeof none) {
	return { top: border, bottom: border, left: border, right: border };
}
