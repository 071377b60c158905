import {
	AlignmentType,
	Document,
	Footer,
	Header,
	LevelFormat,
	LineRuleType,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	Tab,
	TabStopType,
	TextRun,
	type FileChild,
	type IStylesOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { stateLabel } from '#text/labels.ts';
import { writeTags } from '#domain/plan/tag-texts.ts';
import { m } from '#text/paraglide/messages.js';
import { listFigures } from './docx-figures.ts';
import { listAbout, listChanges, listGuide, listSummaryPage, recommendationStyle } from './docx-pages.ts';
import { accent, heading, millimetres, paragraph, quiet, table, wordFont, type CellContent } from './docx-parts.ts';
import type { ReportRow, ReportSection, StatusReport } from './report-content.ts';
import { documentTitle, footLine } from './report-words.ts';
import { xmlText } from './xml-text.ts';

const [shortSide, longSide] = [210, 297];
const upright = 20;
const across = 10;
const tableWidth = longSide - 2 * across;

/**
 * The report as a Word file to work on: real heading styles, heading rows that are repeated, alternative texts, language and title.
 * The first pages stand upright, the tables lie across. The same report gives the same bytes.
 */
export async function renderDocx(report: StatusReport): Promise<Uint8Array> {
	const document = new Document({
		title: xmlText(documentTitle(report)),
		subject: xmlText(report.summary.sentence),
		creator: xmlText(report.municipality.name),
		lastModifiedBy: xmlText(report.municipality.name),
		description: '',
		styles: listStyles(report.locale),
		hyphenation: { autoHyphenation: true },
		numbering: { config: [{ reference: 'dashes', levels: [dash] }] },
		sections: [
			makePart(report, 'portrait', [
				...listSummaryPage(report),
				pageBreak(),
				...listGuide(report),
				...(report.whatChanged ? [pageBreak(), ...listChanges(report)] : []),
				...listFigures(report).flatMap((section) => [pageBreak(), ...section]),
			]),
			makePart(report, 'landscape', [...listTables(report), ...listAbout(report)]),
		],
	});
	return settle(await Packer.toBuffer(document), report);
}

const dash = {
	level: 0,
	format: LevelFormat.BULLET,
	text: '–',
	alignment: AlignmentType.LEFT,
	style: { paragraph: { indent: { left: 340, hanging: 240 } }, run: { color: accent } },
} as const;

function pageBreak(): Paragraph {
	return new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } });
}

function listStyles(locale: StatusReport['locale']): IStylesOptions {
	const title = { color: accent, bold: true, font: wordFont };
	return {
		default: {
			document: {
				run: { font: wordFont, size: 20, language: { value: locale === 'da' ? 'da-DK' : 'en-GB' } },
				paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
			},
			title: { run: { font: wordFont, size: 52, bold: true }, paragraph: { spacing: { before: 60, after: 80 } } },
			heading1: { run: { ...title, size: 32 }, paragraph: { spacing: { before: 300, after: 100 }, keepNext: true } },
			heading2: { run: { ...title, size: 23 }, paragraph: { spacing: { before: 200, after: 70 }, keepNext: true } },
			listParagraph: { paragraph: { spacing: { after: 40 } } },
		},
		paragraphStyles: [
			{
				id: 'TableText',
				name: 'Table text',
				basedOn: 'Normal',
				run: { size: 14 },
				paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
			},
			recommendationStyle,
		],
	};
}

function makePart(report: StatusReport, layout: 'portrait' | 'landscape', children: FileChild[]) {
	const margin = layout === 'portrait' ? upright : across;
	const right = millimetres((layout === 'portrait' ? shortSide : longSide) - 2 * margin);
	const [before, after] = m.report_page({ page: '\u0000', pages: '\u0000' }, { locale: report.locale }).split('\u0000').slice(0, 2);
	const look = { size: 15, color: quiet };
	const tabStops = [{ type: TabStopType.RIGHT, position: right }];
	const foot = [
		new TextRun({ text: xmlText(footLine(report)), ...look }),
		new TextRun({ children: [new Tab(), before ?? '', PageNumber.CURRENT, after ?? '', PageNumber.TOTAL_PAGES], ...look }),
	];
	return {
		properties: {
			page: {
				// Word turns the sheet by itself: width and height are always those of the upright page.
				size: {
					width: millimetres(shortSide),
					height: millimetres(longSide),
					orientation: layout === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
				},
				margin: {
					left: millimetres(margin),
					right: millimetres(margin),
					top: millimetres(16),
					bottom: millimetres(16),
					header: millimetres(8),
					footer: millimetres(8),
				},
			},
		},
		headers: { default: new Header({ children: [new Paragraph({ children: [] })] }) },
		footers: { default: new Footer({ children: [new Paragraph({ tabStops, children: foot })] }) },
		children,
	};
}

function listTables(report: StatusReport): FileChild[] {
	const { sections, locale } = report;
	if (sections.length === 0)
		return [heading(1, m.report_heading_sections({}, { locale })), paragraph(m.report_empty_sections({}, { locale }))];
	return sections.flatMap((section) => listSection(section, report));
}

type Column = readonly [heading: string, width: number, read: (row: ReportRow) => CellContent];

/** Committees, themes and goals, where the report's initiatives have any: all columns give them room. */
function listTagColumns({ sections, locale }: StatusReport): Column[] {
	const options = { locale };
	const columns: readonly Column[] = [
		[m.report_column_committee({}, options), 24, (row) => writeTags('committee', row.committee)],
		[m.report_column_themes({}, options), 20, (row) => writeTags('theme', row.theme)],
		[m.report_column_sdg({}, options), 15, (row) => writeTags('sdg', row.sdg)],
	];
	return columns.filter(([, , read]) => sections.some(({ rows }) => rows.some((row) => read(row) !== null)));
}

function listSection(section: ReportSection, report: StatusReport): FileChild[] {
	const { locale } = report;
	const options = { locale };
	const columns: readonly Column[] = [
		[m.report_column_number({}, options), 10, (row) => ({ bold: row.number })],
		[m.report_column_initiative({}, options), 34, (row) => ({ bold: row.title })],
		[m.report_column_sector({}, options), 18, (row) => row.sector],
		[m.report_column_start({}, options), 18, (row) => row.shown.startDate],
		[m.report_column_state({}, options), 18, (row) => row.stateText ?? row.shown.state],
		[m.report_column_priority({}, options), 21, (row) => row.priorityText ?? row.shown.priority],
		[m.report_column_progress_short({}, options), 19, (row) => row.shown.progress],
		[m.report_column_fulfilment({}, options), 22, (row) => row.shown.fulfilment],
		[m.report_column_remark({}, options), 47, (row) => row.remark],
		[m.report_column_budget({}, options), 23, (row) => row.budget],
		[m.report_column_responsible({}, options), 24, (row) => row.responsible],
		[m.report_column_co2({}, options), 23, (row) => row.co2RelationText ?? row.shown.co2Relation],
		...listTagColumns(report),
	];
	const wanted = columns.reduce((sum, [, width]) => sum + width, 0);
	return [
		// Directly above its table: reading the file again takes it for the section.
		heading(1, section.title ?? m.report_heading_without_section({}, options)),
		table({
			headings: columns.map(([name]) => name),
			widths: columns.map(([, width]) => (width * tableWidth) / wanted),
			rows: section.rows.map((row) => columns.map(([, , read]) => read(row))),
			missing: stateLabel(null, locale).toLowerCase(),
		}),
		// Under the table: in a cell of it, the file read again would take it for a part of the remark.
		...section.rows.flatMap(({ number, shown }) =>
			shown.colourReason ? [paragraph(`${number}: ${shown.colourReason}`, { color: quiet, size: 16 })] : [],
		),
	];
}

// Zip dates begin with 1980; a fixed one keeps the clock out of the file.
const zipTime = new Date(1980, 0, 1);

/** Takes out what differs from run to run: times, and the numbers that drawings get from a counter of the whole process. */
function settle(bytes: Uint8Array, { round }: StatusReport): Uint8Array {
	const time = `${round.statusDate ?? `${round.year}-12-31`}T00:00:00Z`;
	const files = unzipSync(bytes);
	const settled = Object.keys(files)
		.toSorted()
		.map((name): [string, Uint8Array] => {
			const content = files[name] as Uint8Array;
			if (name === 'docProps/core.xml') return [name, strToU8(strFromU8(content).replaceAll(/>\d{4}-\d\d-\d\dT[^<]*</g, `>${time}<`))];
			if (name !== 'word/document.xml') return [name, content];
			let drawing = 0;
			return [
				name,
				strToU8(strFromU8(content).replaceAll(/(<wp:docPr\b[^>]*?\bid=")[^"]*"/g, (_, start: string) => `${start}${(drawing += 1)}"`)),
			];
		});
	return zipSync(Object.fromEntries(settled), { mtime: zipTime, level: 6 });
}
