import { colourMarks, palettes, type ColourMark } from '#charts/colour-shape.ts';
import { drawColourBar, drawColourShape } from '#charts/draw-colour-bar.ts';
import { formatNumber } from '#text/format.ts';
import { stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { drawFigure } from './draw-figure.ts';
import type { FigureBlock } from './figure-blocks.ts';
import { writeFigureCell } from './figure-cell.ts';
import type { ReportCounts, ReportRow, StatusReport } from './report-content.ts';
import { reportFont, reportFonts } from './report-fonts.ts';
import { aboutLines, documentTitle, footLine, listMasthead, pathSentence, verifyLine } from './report-words.ts';

export type PdfLayout = 'landscape' | 'portrait';
/** The whole report, or the one page that says what changed. */
export type PdfSheet = 'report' | 'changes';

const print = palettes.print;
const shapePoints = 8;
// Points between the margins of the page in `typst/report.typ`: half the width less half the gutter, and the whole.
const barWidth: Record<PdfLayout, number> = { landscape: 364, portrait: 510 };
const pageWidth: Record<PdfLayout, number> = { landscape: 757, portrait: 510 };

/** Everything `typst/report.typ` sets out, in the words of the report's language. Pictures are SVG from the charts' own placing. */
export function makePdfInput(report: StatusReport, layout: PdfLayout, sheet: PdfSheet = 'report') {
	const { locale, summary, whatChanged } = report;
	return {
		report,
		layout,
		sheet,
		changed: whatChanged,
		changedBars: whatChanged?.bars.map((bar) => ({ before: drawYear(bar.before, layout), after: drawYear(bar.after, layout) })) ?? [],
		fonts: reportFonts,
		title: sheet === 'changes' && whatChanged ? `${whatChanged.title}, ${documentTitle(report)}` : documentTitle(report),
		date: report.round.statusDate?.split('-').map(Number) ?? null,
		masthead: listMasthead(report),
		notice: report.correction?.notice ?? null,
		running: `${report.municipality.name} · ${report.title}`,
		foot: footLine(report),
		about: aboutLines(report),
		shapes: byMark((mark) => drawColourShape(mark, shapePoints, print)),
		tints: byMark((mark) => print.marks[mark].tint),
		bars: { progress: drawBar(summary.progress, layout), fulfilment: drawBar(summary.fulfilment, layout) },
		guide: report.guide && {
			...report.guide,
			source: m.report_guide_source({ source: report.guide.source }, { locale }),
		},
		sections: report.sections.map((section) => ({
			...section,
			count: m.report_initiatives({ count: section.rows.length, number: formatNumber(section.rows.length, locale) }, { locale }),
			rows: section.rows.map((row) => ({ ...row, ...listDates(row, report), isLong: isLong(row) })),
		})),
		figures: report.figures.map(({ title, blocks }) => ({ title, blocks: blocks.map((block) => drawBlock(block, layout, locale)) })),
		pathSentence: pathSentence(report),
		words: listWords(report),
	};
}

// Most of a page in the lower layout: below it a row is kept together, as one that goes on has neither number nor name on its next page.
function isLong({ title, remark, budget, responsible, shown }: ReportRow): boolean {
	const narrow = [title, budget, responsible, shown.state, shown.co2Remark].map((text) => countLines(text, 14));
	const remarks = countLines([remark, shown.colourReason].filter(Boolean).join('\n'), 38);
	return Math.max(remarks, countLines(shown.fulfilment.word, 17), ...narrow) > 34;
}

function countLines(text: string | null, width: number): number {
	return (text ?? '').split('\n').reduce((lines, line) => lines + Math.ceil((line.length + 1) / width), 0);
}

function listDates({ shown }: ReportRow, { locale }: StatusReport) {
	return {
		start: shown.startDate && m.report_label_start({ date: shown.startDate }, { locale }),
		deadline: shown.deadline && m.report_label_deadline({ date: shown.deadline }, { locale }),
	};
}

function drawBlock(block: FigureBlock, layout: PdfLayout, locale: Locale) {
	if (block.kind === 'table')
		return { ...block, rows: block.rows.map(({ cells, isStrong }) => ({ cells: cells.map(writeFigureCell), isStrong })) };
	if (block.kind !== 'picture') return block;
	const { kind, caption, alternative, drawing } = block;
	const { svg } = drawFigure(drawing, { width: pageWidth[layout], fontSize: 8, fontFamily: reportFont }, locale);
	return { kind, caption, alternative, svg, legend: drawing.of === 'path' ? drawing.legend : [] };
}

function byMark<Value>(make: (mark: ColourMark) => Value): Record<ColourMark, Value> {
	return Object.fromEntries(colourMarks.map((mark) => [mark, make(mark)])) as Record<ColourMark, Value>;
}

function drawBar({ marks }: ReportCounts, layout: PdfLayout): string {
	const counts = Object.fromEntries(marks.map(({ mark, count }) => [mark, count]));
	return drawColourBar(counts, { width: barWidth[layout], height: 24, fontSize: 10 }, print, reportFont);
}

/** Half the page, less the year at the left. */
function drawYear({ marks }: ReportCounts, layout: PdfLayout): string {
	const counts = Object.fromEntries(marks.map(({ mark, count }) => [mark, count]));
	return drawColourBar(counts, { width: layout === 'landscape' ? 333 : 210, height: 18, fontSize: 9 }, print, reportFont);
}

function listWords(report: StatusReport) {
	const options = { locale: report.locale };
	return {
		page: m.report_page({ page: '{page}', pages: '{pages}' }, options),
		missing: stateLabel(null, report.locale).toLowerCase(),
		summary: m.report_heading_summary({}, options),
		attention: m.report_heading_attention({}, options),
		calm: report.calm,
		more: m.report_more_lines({ number: '{number}' }, options),
		'no-responsible': m.report_responsible_missing({}, options),
		'missing-heading': m.report_heading_missing({}, options),
		'missing-nothing': m.report_missing_nothing({}, options),
		changes: m.report_heading_changes({}, options),
		short: m.publish_changes_sums({}, options),
		asks: m.report_heading_asks({}, options),
		'asks-lead': m.report_asks_lead({}, options),
		guide: m.report_heading_guide({}, options),
		contents: m.report_contents({}, options),
		'guide-none': m.report_guide_none({}, options),
		'guide-shapes': m.report_guide_shapes({}, options),
		'guide-progress': m.report_guide_progress({}, options),
		'guide-fulfilment': m.report_guide_fulfilment({}, options),
		sections: m.report_heading_sections({}, options),
		'without-section': m.report_heading_without_section({}, options),
		'no-sections': m.report_empty_sections({}, options),
		about: m.report_heading_about({}, options),
		verify: verifyLine(report),
		licence: m.report_about_licence({}, options),
		...listColumnWords(report),
	};
}

function listColumnWords({ locale }: StatusReport) {
	const options = { locale };
	return {
		colour: m.report_column_colour({}, options),
		meaning: m.report_column_meaning({}, options),
		number: m.report_column_number({}, options),
		initiative: m.report_column_initiative({}, options),
		'initiative-sector': m.report_column_initiative_sector({}, options),
		'initiative-remark': m.report_column_initiative_remark({}, options),
		state: m.report_column_state({}, options),
		'progress-short': m.report_column_progress_short({}, options),
		fulfilment: m.report_column_fulfilment({}, options),
		'fulfilment-short': m.report_column_fulfilment_short({}, options),
		remark: m.report_column_remark({}, options),
		'responsible-budget': m.report_column_responsible_budget({}, options),
		facts: m.report_column_facts({}, options),
		start: m.report_column_start({}, options),
		deadline: m.report_column_deadline({}, options),
		priority: m.report_label_priority({}, options),
		responsible: m.report_label_responsible({}, options),
		budget: m.report_label_budget({}, options),
		co2: m.report_column_co2({}, options),
	};
}
