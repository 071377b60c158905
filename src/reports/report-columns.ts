import { writeTags } from '#domain/plan/tag-texts.ts';
import { m } from '#text/paraglide/messages.js';
import type { Locale } from '#text/locale.ts';
import { colourLabel } from '#text/labels.ts';
import type { ReportRow, ShownMark, StatusReport } from './report-content.ts';
import { writeQuantityCell, type QuantityCell } from './write-quantity.ts';

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** What a spreadsheet cell holds: the document's own words where it has some, so that reading the file again changes nothing. */
export type ColumnValue = {
	readonly text: string | null;
	readonly date?: string;
	readonly mark?: ShownMark['mark'];
	readonly quantity?: QuantityCell;
};

export type ReportColumn = {
	readonly heading: string;
	/** Width in characters. */
	readonly width: number;
	readonly read: (row: ReportRow) => ColumnValue;
};

type Definition = { readonly heading: Message; readonly width: number; readonly read: (row: ReportRow, locale: Locale) => ColumnValue };

const text = (value: string | null): ColumnValue => ({ text: value });

// The columns that status tables have had all along, in their order; the importer knows each by its heading.
const always: readonly Definition[] = [
	{ heading: m.report_column_number, width: 7, read: (row) => text(row.number) },
	{ heading: m.report_column_section, width: 20, read: (row) => text(row.section) },
	{ heading: m.report_column_initiative, width: 38, read: (row) => text(row.title) },
	{ heading: m.report_column_sector, width: 16, read: (row) => text(row.sector) },
	{ heading: m.report_column_start, width: 12, read: (row) => readDate(row.startDate) },
	{ heading: m.report_column_state, width: 17, read: (row) => text(row.stateText ?? (row.state && row.shown.state)) },
	{ heading: m.report_column_priority, width: 19, read: (row) => text(row.priorityText ?? (row.priority && row.shown.priority)) },
	{ heading: m.report_column_progress, width: 13, read: (row, locale) => readColour(row.progress, null, locale) },
	{ heading: m.report_column_fulfilment, width: 16, read: (row, locale) => readColour(row.fulfilment, row.fulfilmentText, locale) },
	{ heading: m.report_column_remark, width: 70, read: (row) => text(row.remark) },
	{ heading: m.report_column_budget, width: 30, read: (row) => text(row.budget) },
	{ heading: m.report_column_responsible, width: 26, read: (row) => text(row.responsible) },
	{ heading: m.report_column_co2, width: 40, read: (row) => text(row.co2RelationText ?? (row.co2Relation && row.shown.co2Relation)) },
];

// Only plans of the newer kind have these: a column without one value would be noise.
const whenUsed: readonly Definition[] = [
	{ heading: m.report_column_deadline, width: 12, read: (row) => readDate(row.deadline) },
	{ heading: m.report_column_sphere, width: 24, read: (row) => text(row.shown.sphere) },
	{ heading: m.report_column_quantity, width: 18, read: (row, locale) => readQuantity(row.quantity, locale) },
	{ heading: m.report_column_committee, width: 26, read: (row) => text(writeTags('committee', row.committee)) },
	{ heading: m.report_column_themes, width: 22, read: (row) => text(writeTags('theme', row.theme)) },
	{ heading: m.report_column_sdg, width: 14, read: (row) => text(writeTags('sdg', row.sdg)) },
	{ heading: m.report_column_unit, width: 26, read: (row) => text(row.unit) },
	{ heading: m.report_column_colour_reason, width: 40, read: (row) => text(row.colourReason) },
];

/** The columns of a spreadsheet of this report, with headings in its language. */
export function listReportColumns({ sections, locale }: StatusReport): ReportColumn[] {
	const rows = sections.flatMap((section) => section.rows);
	const used = whenUsed.filter(({ read }) => rows.some((row) => read(row, locale).text !== null));
	return [...always, ...used].map(({ heading, width, read }) => ({
		heading: heading({}, { locale }),
		width,
		read: (row) => read(row, locale),
	}));
}

function readDate(date: string | null): ColumnValue {
	return date === null ? text(null) : { text: date, date };
}

function readColour(colour: ReportRow['progress'] | ReportRow['fulfilment'], prose: string | null, locale: Locale): ColumnValue {
	return colour === null ? text(prose) : { text: colourLabel(colour, locale).toLowerCase(), mark: colour };
}

function readQuantity(quantity: ReportRow['quantity'], locale: Locale): ColumnValue {
	if (quantity === null) return text(null);
	const cell = writeQuantityCell(quantity, locale);
	return { text: cell.text, quantity: cell };
}
