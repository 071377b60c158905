import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import { m } from '#text/paraglide/messages.js';
import { makeChangesSheets } from './changes-sheet.ts';
import { makeFigureSheet } from './figure-sheet.ts';
import { listReportColumns, type ColumnValue, type ReportColumn } from './report-columns.ts';
import type { GuideLine, ReportRow, StatusReport } from './report-content.ts';
import { aboutLines, documentTitle } from './report-words.ts';
import type { QuantityCell } from './write-quantity.ts';
import {
	boldStyle,
	dateStyle,
	estimateRowHeight,
	font,
	headingStyle,
	markStyle,
	plainStyle,
	textCell,
	titleStyle,
	type Cells,
} from './xlsx-cells.ts';
import { xmlText } from './xml-text.ts';

const headingHeight = 34;
/** Of the 255 characters a number form may have. */
const longestFormUnit = 200;

/**
 * The report as a workbook: the status table with fills, filter and a heading row that stays in view, what changed since the
 * round before, the account and the path as tables, and the reading guide.
 * Every text is written as text, also when it begins like a formula. Reading the file with our importer gives the same again.
 */
export async function renderXlsx(report: StatusReport): Promise<Uint8Array> {
	const { round, municipality, summary } = report;
	// The only date a file of the same content can carry is the content's own.
	const modified = new Date(`${round.statusDate ?? `${round.year}-12-31`}T00:00:00Z`);
	return writeXlsx({
		sheets: [makeStatusSheet(report), ...makeChangesSheets(report), ...report.figures.map(makeFigureSheet), makeGuideSheet(report)],
		properties: {
			title: documentTitle(report),
			subject: summary.sentence,
			creator: municipality.name,
			lastModifiedBy: municipality.name,
			created: modified,
			modified,
		},
		defaultFont: font,
	});
}

function makeStatusSheet(report: StatusReport): WriteSheet {
	const columns = listReportColumns(report);
	const rows = report.sections.flatMap((section) => section.rows);
	const cells: Cells = new Map();
	columns.forEach(({ heading }, column) => cells.set(`0,${column}`, textCell(heading, headingStyle)));
	rows.forEach((row, place) => {
		columns.forEach(({ read }, column) => cells.set(`${place + 1},${column}`, makeCell(read(row), column)));
	});
	const lastColumn = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1);
	return {
		name: m.report_sheet_status({ year: String(report.round.year) }, { locale: report.locale }),
		columns: columns.map(({ width }: ReportColumn) => ({ width })),
		rows: [[], ...rows.map(() => [])],
		cells,
		rowDefs: new Map([headingHeight, ...rows.map((row) => estimateHeight(row, columns))].map((height, place) => [place, { height }])),
		autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
		freezePane: { rows: 1, columns: 3 },
		pageSetup: { paperSize: 'a3', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
		headerFooter: { oddFooter: `&L${escapeCode(documentTitle(report))}&R&P / &N` },
		a11y: { summary: report.summary.sentence, headerRow: 0 },
	};
}

function estimateHeight(row: ReportRow, columns: readonly ReportColumn[]): number {
	return estimateRowHeight(columns.map(({ read, width }) => ({ text: read(row).text ?? '', width })));
}

function makeCell({ text, date, mark, quantity }: ColumnValue, column: number): Partial<Cell> {
	if (text === null) return { value: null, type: 'empty', style: plainStyle };
	if (date) return { value: new Date(`${date}T00:00:00Z`), type: 'date', style: dateStyle };
	if (mark) return textCell(text, { ...plainStyle, ...markStyle(mark) });
	const numFmt = quantity && makeNumberForm(quantity);
	if (quantity && numFmt) return { value: quantity.value, type: 'number', style: { ...plainStyle, numFmt } };
	// Whole numbers sort as numbers; `20a` and `007` stay the text they are.
	if (column === 0 && /^[1-9]\d{0,8}$/.test(text)) return { value: Number(text), type: 'number', style: boldStyle };
	return textCell(text, column === 0 || column === 2 ? boldStyle : plainStyle);
}

/**
 * A number form that shows the unit after the number, so that the cell can be added up and each reader's Excel writes the number
 * its own way. Undefined where the form cannot hold the unit, or the cell not every digit.
 */
function makeNumberForm({ value, unit }: QuantityCell): string | undefined {
	const digits = /^-?\d+(?:\.(\d+))?$/.exec(String(value));
	if (!digits || Number(value.toPrecision(15)) !== value || unit.length > longestFormUnit || /["\p{Cc}]/u.test(unit)) return undefined;
	return `#,##0${digits[1] ? `.${'0'.repeat(digits[1].length)}` : ''} "${xmlText(unit)}"`;
}

// An ampersand begins a code in a header or footer.
function escapeCode(text: string): string {
	return text.replaceAll('&', '&&');
}

function makeGuideSheet(report: StatusReport): WriteSheet {
	const { locale, guide, summary } = report;
	const cells: Cells = new Map();
	let row = 0;
	const put = (...columns: Partial<Cell>[]) => {
		columns.forEach((cell, column) => cells.set(`${row},${column}`, cell));
		row += 1;
	};
	const putGuide = (heading: string, lines: readonly GuideLine[]) => {
		row += 1;
		put(textCell(heading, titleStyle));
		put(textCell(m.report_column_colour({}, { locale }), headingStyle), textCell(m.report_column_meaning({}, { locale }), headingStyle));
		for (const { mark, word, sentence } of lines)
			put(textCell(word, { ...plainStyle, ...markStyle(mark) }), textCell(sentence, plainStyle));
	};
	put(textCell(documentTitle(report), titleStyle));
	if (report.correction) put(textCell(report.correction.notice, {}));
	put(textCell(summary.sentence, {}));
	if (guide) {
		putGuide(m.report_guide_progress({}, { locale }), guide.progress);
		putGuide(m.report_guide_fulfilment({}, { locale }), guide.fulfilment);
		put(textCell(m.report_guide_source({ source: guide.source }, { locale }), {}));
	}
	row += 1;
	put(textCell(m.report_heading_about({}, { locale }), titleStyle));
	for (const [name, value] of aboutLines(report)) put(textCell(name, plainStyle), textCell(value, plainStyle));
	return {
		name: m.report_sheet_guide({}, { locale }),
		columns: [{ width: 24 }, { width: 90 }],
		rows: Array.from({ length: row }, () => []),
		cells,
		view: { showGridLines: false },
		pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
	};
}
