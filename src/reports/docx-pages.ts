import { BorderStyle, ImageRun, LineRuleType, Paragraph, ShadingType, TextRun, type FileChild } from 'docx';
import { palettes } from '#charts/colour-shape.ts';
import { stateLabel } from '#text/labels.ts';
import { formatNumber } from '#text/format.ts';
import { m } from '#text/paraglide/messages.js';
import { drawBarPicture } from './bar-picture.ts';
import {
	accent,
	bullet,
	countedMarks,
	ground,
	heading,
	paragraph,
	quiet,
	table,
	textRuns,
	wordFont,
	type CellContent,
} from './docx-parts.ts';
import type { AttentionGroup, GuideLine, MovedLine, ReportCounts, StatusReport } from './report-content.ts';
import { aboutLines, listMasthead, pathSentence, verifyLine } from './report-words.ts';

/** Most initiatives named in a group on the first page, fewer where there are three groups; the sections have them all. */
const [mostNamed, mostOfThree] = [6, 4];
const barPixels = { width: 640, height: 30, fontSize: 13 };

/** The committee's page. */
export function listSummaryPage(report: StatusReport): FileChild[] {
	const { summary, locale, municipality } = report;
	const options = { locale };
	const inTonnes = pathSentence(report);
	return [
		paragraph(municipality.name, { bold: true, color: accent }),
		paragraph(report.title, {}, 'Title'),
		...(report.part === null ? [] : [paragraph(report.part, { bold: true, color: accent, size: 32 })]),
		paragraph(listMasthead(report).join(' · '), {
			color: quiet,
			size: 18,
		}),
		...listNotice(report),
		heading(1, m.report_heading_summary({}, options)),
		paragraph(summary.sentence, { size: 28 }),
		...(inTonnes === null ? [] : [paragraph(inTonnes, { size: 23 })]),
		...listBar(summary.progress),
		...listBar(summary.fulfilment),
		heading(2, m.report_heading_attention({}, options)),
		...listAttention(report),
		heading(2, m.report_heading_missing({}, options)),
		...(summary.missing.length > 0
			? summary.missing.map(({ sentence }) => bullet(...textRuns(sentence)))
			: [paragraph(m.report_missing_nothing({}, options))]),
		heading(2, m.report_heading_changes({}, options)),
		paragraph(summary.changes),
		paragraph(summary.planCheckSentence, { color: quiet }),
		heading(2, m.report_heading_asks({}, options)),
		paragraph(m.report_asks_lead({}, options), {}, 'Recommendation'),
		...summary.asks.map(
			(ask) => new Paragraph({ style: 'Recommendation', numbering: { reference: 'dashes', level: 0 }, children: textRuns(ask) }),
		),
	];
}

/** Which version this one corrects and why, where a reader begins. */
function listNotice({ correction }: StatusReport): FileChild[] {
	return correction ? [paragraph(correction.notice, {}, 'Recommendation')] : [];
}

function listBar(counts: ReportCounts, year?: string): FileChild[] {
	const picture = drawBarPicture(counts, barPixels, palettes.print, `${wordFont}, sans-serif`);
	const image = new ImageRun({
		type: 'svg',
		data: Buffer.from(picture.svg),
		fallback: { type: 'png', data: Buffer.from(picture.png) },
		transformation: { width: barPixels.width, height: barPixels.height },
		altText: { name: counts.heading, title: [counts.heading, year].filter(Boolean).join(' '), description: counts.alternative },
	});
	return [
		heading(2, year ? `${counts.heading} ${year}` : counts.heading),
		new Paragraph({ children: [image], keepNext: true, spacing: { before: 60, after: 60 } }),
		countedMarks(counts.marks),
	];
}

function listAttention({ summary, calm, locale }: StatusReport): FileChild[] {
	if (summary.attention.length === 0) return [paragraph(calm)];
	const most = summary.attention.length > 2 ? mostOfThree : mostNamed;
	return summary.attention.flatMap((group: AttentionGroup) => {
		const rest = group.lines.length - most;
		const lines = group.lines
			.slice(0, most)
			.map(({ number, title, responsible }) =>
				bullet(
					new TextRun({ text: `${number}  `, bold: true }),
					...textRuns(title),
					...textRuns(` – ${responsible ?? m.report_responsible_missing({}, { locale })}`, { color: quiet }),
				),
			);
		const more = rest > 0 ? [paragraph(m.report_more_lines({ number: formatNumber(rest, locale) }, { locale }), { color: quiet })] : [];
		return [
			new Paragraph({ keepNext: true, children: textRuns(`${group.heading} (${group.lines.length})`, { bold: true }) }),
			...lines,
			...more,
		];
	});
}

/** The reading guide, as the plan has it. */
export function listGuide({ guide, locale }: StatusReport): FileChild[] {
	const options = { locale };
	const title = heading(1, m.report_heading_guide({}, options));
	if (!guide) return [title, paragraph(m.report_guide_none({}, options))];
	const guideTable = (lines: readonly GuideLine[]) =>
		table({
			headings: [m.report_column_colour({}, options), m.report_column_meaning({}, options)],
			widths: [32, 138],
			rows: lines.map((line) => [line, line.sentence]),
			missing: '',
		});
	return [
		title,
		paragraph(m.report_guide_shapes({}, options)),
		heading(2, m.report_guide_progress({}, options)),
		guideTable(guide.progress),
		heading(2, m.report_guide_fulfilment({}, options)),
		guideTable(guide.fulfilment),
		paragraph(m.report_guide_source({ source: guide.source }, options), { color: quiet, size: 16 }),
	];
}

/** What changed since the round before; nothing for a first round. */
export function listChanges({ whatChanged, locale }: StatusReport): FileChild[] {
	if (!whatChanged) return [];
	const { earlierYear, laterYear, sums, groups, title, sentence, rest } = whatChanged;
	const options = { locale };
	const columns = [m.report_column_progress_short({}, options), m.report_column_fulfilment_short({}, options)];
	const headings = [m.publish_changes_what({}, options), ...columns.flatMap((name) => [`${name} ${earlierYear}`, `${name} ${laterYear}`])];
	const missing = stateLabel(null, locale).toLowerCase();
	// As on the page: a colour that an assessment leaves out is not stated, but where there is no assessment nothing is missing.
	const unassessed = '–';
	const writeLine = ({ number, title: name, notes, before, after }: MovedLine): CellContent[] => [
		// In one cell and under no heading of the status table: reading the file again must not take these lines for initiatives.
		[`${number} ${name}`, ...notes].join('\n'),
		before?.progress ?? unassessed,
		after?.progress ?? unassessed,
		before?.fulfilment ?? unassessed,
		after?.fulfilment ?? unassessed,
	];
	return [
		heading(1, title),
		paragraph(sentence),
		paragraph(sums.map(({ count, word }) => `${formatNumber(count, locale)} ${word}`).join('   ·   '), { bold: true }),
		...whatChanged.bars.flatMap((bar) => [...listBar(bar.before, String(earlierYear)), ...listBar(bar.after, String(laterYear))]),
		...groups.flatMap((group) => [
			heading(2, `${group.heading} (${group.lines.length})`),
			table({ headings, widths: [82, 22, 22, 22, 22], rows: group.lines.map(writeLine), missing }),
		]),
		paragraph(rest, { color: quiet }),
	];
}

/** Where the report comes from and how to check it. */
export function listAbout(report: StatusReport): FileChild[] {
	const options = { locale: report.locale };
	return [
		heading(1, m.report_heading_about({}, options)),
		...aboutLines(report).map(
			([name, value]) => new Paragraph({ children: [...textRuns(`${name}: `, { color: quiet }), ...textRuns(value)] }),
		),
		paragraph(verifyLine(report)),
		paragraph(m.report_about_licence({}, options), { color: quiet }),
	];
}

/** How the recommendation stands apart from the rest of the page. */
export const recommendationStyle = {
	id: 'Recommendation',
	name: 'Recommendation',
	basedOn: 'Normal',
	paragraph: {
		shading: { type: ShadingType.CLEAR, color: 'auto', fill: ground },
		border: { left: { style: BorderStyle.SINGLE, size: 18, color: accent, space: 8 } },
		spacing: { after: 0, line: 290, lineRule: LineRuleType.AUTO },
		indent: { left: 100 },
	},
} as const;
