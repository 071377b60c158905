import { palettes } from '#charts/colour-shape.ts';
import { drawColourBar } from '#charts/draw-colour-bar.ts';
import { drawPathway } from '#charts/draw-pathway.ts';
import { makePathwayPicture } from '#charts/picture-of-path.ts';
import type { PathwayPicture } from '#charts/place-pathway.ts';
import { countColours } from '#domain/followup/counts.ts';
import { countIllustrative, findStandingShortfall, isIllustrative, type PathReport } from '#domain/followup/path-report.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { describeStanding, describeTargetGap, formatRoughTonnes } from '#text/path-words.ts';
import { colourBarAlternative } from '#text/summary-sentence.ts';
import { hashContent, writeCanonicalJson } from './canonical-json.ts';
import { reportFont } from './report-fonts.ts';

/** What the one printed page about tonnes is made of. */
export type PathSheetContent = {
	readonly municipality: string;
	readonly report: PathReport;
	readonly account: PathwayPicture['account'];
	/** The initiatives of the newest round; empty before the first. */
	readonly lines: readonly AssessedInitiative[];
	readonly sources: readonly string[];
};

export type PathSheet = ReturnType<typeof makePathSheet>;
type Line = { readonly number: string | null; readonly title: string; readonly text: string };

const mostLines = 5;

/** The page "Hvor står vi i ton" in words and pictures: what stands on it, in the order it is read. */
export function makePathSheet(content: PathSheetContent, locale: Locale) {
	const { report, municipality, sources } = content;
	const { target, round } = report;
	const gap = target && { year: target.year, decided: target.shortfall, standing: findStandingShortfall(report) };
	const isMarked = report.document.illustrative.length > 0 || countIllustrative(report.document) > 0;
	const sheet = {
		locale,
		municipality,
		title: m.path_sheet_title({}, { locale }),
		year: round,
		masthead: round === null ? m.path_sheet_masthead_none({}, { locale }) : m.path_sheet_masthead({ year: String(round) }, { locale }),
		case: m.path_sheet_case({}, { locale }),
		sentence: mark(describeTargetGap(gap, locale), isMarked, locale),
		bars: content.lines.length === 0 ? [] : drawBars(content.lines, locale),
		picture: drawPicture(content, locale),
		done: { heading: m.path_sheet_done({}, { locale }), lines: listDone(report, locale), none: m.path_sheet_done_none({}, { locale }) },
		attention: {
			heading: m.path_sheet_attention({}, { locale }),
			lines: listAttention(content, locale),
			none: m.path_sheet_attention_none({}, { locale }),
		},
		decide: { heading: m.path_sheet_decide({}, { locale }), lines: listDecisions(report, locale) },
		foot: m.path_sheet_foot({ sources: sources.join('; ') }, { locale }),
		font: reportFont,
	};
	const hash = hashContent(writeCanonicalJson(sheet));
	return { ...sheet, hash, hashLine: m.path_sheet_hash({ hash }, { locale }) };
}

function mark(text: string, isMarked: boolean, locale: Locale): string {
	return isMarked ? `${text} ${m.path_sheet_marked({ word: m.path_illustrative({}, { locale }) }, { locale })}` : text;
}

function drawBars(lines: readonly AssessedInitiative[], locale: Locale) {
	const counts = countColours(lines);
	return (['progress', 'fulfilment'] as const).map((which) => {
		const heading = which === 'progress' ? m.web_progress({}, { locale }) : m.web_fulfilment({}, { locale });
		const svg = drawColourBar(counts[which], { width: 250, height: 20, fontSize: 9 }, palettes.print, reportFont);
		return { heading, svg, alternative: colourBarAlternative(heading, counts[which], locale) };
	});
}

function drawPicture({ report, account }: PathSheetContent, locale: Locale) {
	const side = report.round === null ? 'decided' : 'standing';
	const picture = makePathwayPicture(report, account, { side, attribution: 'in order' });
	const at = picture.years.indexOf(report.year);
	const write = (tonnes: number | null | undefined) => (tonnes === null || tonnes === undefined ? '–' : formatRoughTonnes(tonnes, locale));
	const words = {
		first: String(picture.years[0]),
		year: String(report.year),
		start: write(picture.baseline[0]),
		baseline: write(picture.baseline[at]),
		path: write(picture.path[at]),
		target: write(picture.target[at]),
	};
	const style = { tonnes: (value: number) => formatNumber(value, locale, 0), fontFamily: reportFont };
	return {
		svg: drawPathway(picture, { width: 510, height: 210, fontSize: 9 }, style),
		alternative: m.path_chart_label(words, { locale }),
		caption: m.path_chart_title({ first: words.first, last: String(picture.years.at(-1)) }, { locale }),
		legend: [
			m.path_legend_path({}, { locale }),
			...(picture.other ? [m.path_legend_other({ view: m.path_as_decided({}, { locale }) }, { locale })] : []),
			m.path_legend_baseline({}, { locale }),
			m.path_legend_target({}, { locale }),
			m.path_legend_band({}, { locale }),
		],
	};
}

/** The measures that stand as decided, those that save most first. */
function listDone(report: PathReport, locale: Locale): Line[] {
	const at = report.gap.standing.years.indexOf(report.year);
	const year = String(report.year);
	return report.gap.standing.measures
		.flatMap((result) => {
			const standing = report.standings.find(({ measure }) => measure === result.measure);
			const tonnes = result.effects['in order']?.[at] ?? 0;
			const isBegun = standing?.state === 'in progress' || standing?.state === 'partly in progress' || standing?.state === 'completed';
			return isBegun && standing.whatIf === null && result.standing === 'counted' ? [{ result, tonnes }] : [];
		})
		.sort((one, two) => two.tonnes - one.tonnes)
		.slice(0, mostLines)
		.map(({ result, tonnes }) => {
			const text = m.path_sheet_done_line({ tonnes: formatRoughTonnes(tonnes, locale), year }, { locale });
			return { number: result.initiative, title: result.title, text: mark(text, isOnlyShown(report, result.measure), locale) };
		});
}

function isOnlyShown({ document }: PathReport, id: string): boolean {
	return document.scenario.measures.some((measure) => measure.id === id && isIllustrative(measure));
}

/** What makes the difference in tonnes, then the red ones of the round. */
function listAttention({ report, lines }: PathSheetContent, locale: Locale): Line[] {
	const title = (number: string | null) => lines.find(({ initiative }) => initiative.number === number)?.initiative.title ?? '';
	const gaps = report.gap.initiatives.map(({ initiative, sum, standings }) => {
		const why = standings.map((standing) => describeStanding(standing, locale)).join(' ');
		const text = m.path_sheet_gap_line({ sum: formatRoughTonnes(sum ?? 0, locale), why }, { locale });
		const isMarked = standings.some(({ measure }) => isOnlyShown(report, measure));
		return { number: initiative, title: title(initiative), text: mark(text, isMarked, locale) };
	});
	const named = new Set(gaps.map(({ number }) => number));
	const red = lines
		.filter(({ assessment, initiative }) => assessment?.progress === 'red' && !named.has(initiative.number))
		.map(({ initiative }) => ({ number: initiative.number, title: initiative.title, text: m.path_sheet_red_line({}, { locale }) }));
	return [...gaps, ...red].slice(0, mostLines);
}

function listDecisions(report: PathReport, locale: Locale): string[] {
	const { replacements, candidates } = report.duty;
	const year = String(report.year);
	const { shortfall } = replacements;
	if (shortfall === null || shortfall <= 0) return [m.path_sheet_decide_none({}, { locale })];
	const proposed = replacements.proposal.slice(0, 3).flatMap(({ measure, title, tonnes }) => {
		const candidate = candidates.find((each) => each.measure.id === measure);
		if (!candidate || tonnes === null) return [];
		const from = candidate.from ?? m.path_duty_own({}, { locale });
		const text = m.path_sheet_decide_candidate({ title, from, tonnes: formatRoughTonnes(tonnes, locale), year }, { locale });
		return [mark(text, isIllustrative(candidate.measure), locale)];
	});
	const replace = m.path_sheet_decide_replace({ tonnes: formatRoughTonnes(shortfall, locale), year }, { locale });
	return [mark(replace, report.document.illustrative.length > 0, locale), ...proposed];
}
