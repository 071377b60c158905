import type { Cell, WriteSheet } from 'hucre/xlsx';
import { m } from '#text/paraglide/messages.js';
import type { MovedLine, ReportMarks, StatusReport } from './report-content.ts';
import { boldStyle, headingStyle, markStyle, plainStyle, textCell, titleStyle, type Cells } from './xlsx-cells.ts';

const widths = [8, 38, 22, 14, 14, 18, 18, 20, 20, 70] as const;

/** What changed since the round before, as a sheet of its own; none in a first round. */
export function makeChangesSheets({ whatChanged, part, locale }: StatusReport): WriteSheet[] {
	if (!whatChanged) return [];
	const { earlierYear, laterYear, title, sentence, rest, groups } = whatChanged;
	const [what, ...names] = [
		m.publish_changes_what({}, { locale }),
		m.report_column_progress_short({}, { locale }),
		m.report_column_fulfilment({}, { locale }),
		m.report_column_state({}, { locale }),
	];
	const headings = [
		m.report_column_number({}, { locale }),
		m.report_column_initiative({}, { locale }),
		what,
		...names.flatMap((name) => [`${name} ${earlierYear}`, `${name} ${laterYear}`]),
		m.publish_changes_note({}, { locale }),
	];
	const table = [
		headings.map((name) => textCell(name, headingStyle)),
		...groups.flatMap((group) => group.lines.map((line) => makeLine(line, group.heading))),
	];
	const heading = [title, part].filter((words) => words !== null).join(', ');
	const above = [[textCell(heading, titleStyle)], [textCell(sentence, {})]];
	const all = [...above, [], ...table, [], [textCell(rest, {})]];
	const cells: Cells = new Map(all.flatMap((line, row) => line.map((cell, column) => [`${row},${column}`, cell] as const)));
	const [first, last] = [above.length + 2, above.length + 1 + table.length];
	return [
		{
			name: m.report_sheet_changes({}, { locale }),
			columns: widths.map((width) => ({ width })),
			rows: all.map(() => []),
			cells,
			autoFilter: { range: `A${first}:J${last}` },
			view: { showGridLines: false },
			pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
		},
	];
}

function makeLine({ number, title, before, after, states, notes }: MovedLine, kind: string): Partial<Cell>[] {
	return [
		textCell(number, boldStyle),
		textCell(title, boldStyle),
		textCell(kind, plainStyle),
		...(['progress', 'fulfilment'] as const).flatMap((column) => [makeMark(before, column), makeMark(after, column)]),
		...[states.before, states.after].map((state) => textCell(state ?? '', plainStyle)),
		textCell(notes.join('\n'), plainStyle),
	];
}

function makeMark(marks: ReportMarks | null, column: keyof ReportMarks): Partial<Cell> {
	if (!marks) return textCell('', plainStyle);
	const { mark, word } = marks[column];
	return textCell(word, mark === 'text' || mark === 'none' ? plainStyle : { ...plainStyle, ...markStyle(mark) });
}
