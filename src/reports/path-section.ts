import { arePullingBothWays } from '#domain/followup/path-gap.ts';
import { describeCandidateOrigin } from '#text/addition-words.ts';
import { formatList, formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { describeOrigin, describeSharing, describeSlip, describeTargetGap, describeWorst, formatRoughTonnes } from '#text/path-words.ts';
import { notePicture } from '#text/picture-notes.ts';
import { gapRoundingNote } from '#text/rounding-note.ts';
import type { FigureBlock, FigurePicture, FigureSection, PathLegend } from './figure-blocks.ts';
import type { FrozenPath } from './frozen-figures.ts';
import { writeRoughFigure } from './figure-cell.ts';
import { illustrativeMark, isIllustrativeMeasure, isMarkedPath, isOnlyShown, markIllustrative, writeCause } from './path-marks.ts';
import { listCosts } from './path-costs.ts';
import { listTargets, listYears, tableOfMeasures } from './path-tables.ts';

/** The path in tonnes in words: what is short, what causes it, what must be replaced, and the figures year by year. */
export function writePathSection(path: FrozenPath | undefined, locale: Locale): FigureSection | null {
	if (!path) return null;
	return {
		kind: 'path',
		title: m.path_overview_title({}, { locale }),
		blocks: [
			{ kind: 'lead', text: writePathSentence(path, locale) },
			...writeDifference(path, locale),
			...writeIllustrative(path, locale),
			drawPath(path, locale),
			...writeNotes(path, locale),
			...listCauses(path, locale),
			...listDuty(path, locale),
			{ kind: 'heading', text: m.path_measures_title({ year: String(path.year) }, { locale }) },
			tableOfMeasures(path, locale),
			...listCosts(path, locale),
			...listTargets(path, locale),
			...listYears(path, locale),
			{ kind: 'heading', text: m.path_method_title({}, { locale }) },
			{ kind: 'list', lines: listSources(path, locale) },
			{ kind: 'note', text: m.report_figures_method_path({}, { locale }) },
		],
	};
}

/** Where the plan stands against its target, with the mark of what rests on no document, and whether the calculation is whole. */
export function writePathSentence(path: FrozenPath, locale: Locale): string {
	const sentence = markIllustrative(describeTargetGap(path.target, locale), isMarkedPath(path), locale);
	return path.isIncomplete ? `${sentence} ${m.path_incomplete({}, { locale })}` : sentence;
}

function writeDifference(path: FrozenPath, locale: Locale): FigureBlock[] {
	const { round } = path;
	if (round === null) return [{ kind: 'text', text: m.path_no_round({}, { locale }) }];
	const slip = writeSlip(path, locale);
	return [{ kind: 'text', text: slip ?? m.path_slip_none({ year: String(round) }, { locale }) }];
}

/** What the causes make together; null where there are none. */
export function writeSlip(path: FrozenPath, locale: Locale): string | null {
	const { difference, causes } = path;
	const { sum, worst } = difference;
	if (causes.length === 0 || sum === null) return null;
	const isMarked = causes.some((cause) => isOnlyShown(cause, path));
	return markIllustrative(
		describeSlip({ sum, worst, isNet: arePullingBothWays(causes.map((cause) => cause.sum)) }, locale),
		isMarked,
		locale,
	);
}

function writeIllustrative({ illustrative, measures }: FrozenPath, locale: Locale): FigureBlock[] {
	const words = { baseline: m.path_part_baseline, reference: m.path_part_reference, targets: m.path_part_targets } as const;
	const count = measures.filter(isIllustrativeMeasure).length;
	const parts = [
		...illustrative.map((part) => words[part]({}, { locale })),
		...(count > 0
			? [m.path_part_measures({ count: formatNumber(count, locale), total: formatNumber(measures.length, locale) }, { locale })]
			: []),
	];
	return parts.length === 0 ? [] : [{ kind: 'note', text: m.path_illustrative_about({ parts: formatList(parts, locale) }, { locale }) }];
}

/** The picture as the site draws it, with its legend and what it says in words. */
export function drawPath({ picture, year }: Pick<FrozenPath, 'picture' | 'year'>, locale: Locale): FigurePicture {
	const at = picture.years.indexOf(year);
	const write = (tonnes: number | null | undefined) => (tonnes === null || tonnes === undefined ? '–' : formatRoughTonnes(tonnes, locale));
	const first = String(picture.years[0] ?? year);
	const words = {
		first,
		year: String(year),
		start: write(picture.baseline[0]),
		baseline: write(picture.baseline[at]),
		path: write(picture.path[at]),
	};
	const target = picture.target[at] ?? null;
	const legend: (PathLegend | false)[] = [
		{ part: 'path', word: m.path_legend_path({}, { locale }) },
		picture.other !== null && { part: 'other', word: m.path_legend_other({ view: m.path_as_decided({}, { locale }) }, { locale }) },
		{ part: 'baseline', word: m.path_legend_baseline({}, { locale }) },
		picture.targetYears.length > 0 && { part: 'target', word: m.path_legend_target({}, { locale }) },
		picture.wedges.length > 0 && { part: 'wedge', word: m.path_legend_wedges({}, { locale }) },
		{ part: 'band', word: m.path_legend_band({}, { locale }) },
		picture.account.length > 0 && { part: 'account', word: m.path_legend_account({}, { locale }) },
	];
	return {
		kind: 'picture',
		caption: m.path_chart_title(
			{ first: String(Math.min(...picture.years, ...picture.account.map((point) => point.year))), last: String(picture.years.at(-1)) },
			{ locale },
		),
		alternative:
			target === null ? m.path_chart_label_short(words, { locale }) : m.path_chart_label({ ...words, target: write(target) }, { locale }),
		drawing: { of: 'path', picture, legend: legend.filter((part) => part !== false) },
	};
}

function writeNotes({ picture, year }: FrozenPath, locale: Locale): FigureBlock[] {
	return notePicture(picture, year, locale).map((text) => ({ kind: 'note', text }));
}

function listCauses(path: FrozenPath, locale: Locale): FigureBlock[] {
	if (path.round === null) return [];
	const heading = { kind: 'heading', text: m.path_gap_title({}, { locale }) } as const;
	if (path.causes.length === 0) return [heading, { kind: 'text', text: m.path_gap_none({}, { locale }) }];
	const rough = (tonnes: number | null, mark: string | null) => (tonnes === null ? null : writeRoughFigure(tonnes, locale, mark));
	const rows = path.causes.map((cause) => {
		const { initiative, title, worst, inYear, sum } = cause;
		// In one cell and under a heading of its own: reading the Word file again must not take these lines for initiatives.
		const name = initiative === null ? (title ?? m.path_gap_no_initiative({}, { locale })) : [initiative, title].filter(Boolean).join(' ');
		const most = worst && describeWorst(worst, locale);
		return {
			cells: [
				name,
				writeCause(cause, path, locale).join('\n') || '–',
				most ?? '–',
				rough(inYear, null),
				rough(sum, isOnlyShown(cause, path) ? illustrativeMark(locale) : null),
			],
			isStrong: false,
		};
	});
	return [
		heading,
		{ kind: 'note', text: writeLead(path, locale) },
		{
			kind: 'table',
			caption: m.report_figures_causes_table({}, { locale }),
			columns: [
				{ name: m.report_figures_cause({}, { locale }), isNumber: false, share: 2 },
				{ name: m.path_gap_why({}, { locale }), isNumber: false, share: 4 },
				{ name: m.path_gap_worst({}, { locale }), isNumber: true, share: 1.3 },
				{ name: m.path_gap_target_year({ year: String(path.year) }, { locale }), isNumber: true, share: 1 },
				{ name: m.path_gap_sum({}, { locale }), isNumber: true, share: 1.2 },
			],
			rows,
		},
		...noteRounding(path, locale),
	];
}

/** What a row says; in a report from before the changes were shared, what it said then. */
function writeLead({ sharing }: FrozenPath, locale: Locale): string {
	if (!sharing) return m.path_gap_lead_in_order({}, { locale });
	return `${m.path_gap_lead({}, { locale })} ${describeSharing(sharing.sampled, locale)}`;
}

/** The sentence at the top has the sum of what the initiatives make. */
function noteRounding({ causes, difference }: FrozenPath, locale: Locale): FigureBlock[] {
	const text = gapRoundingNote(
		causes.map(({ sum }) => sum),
		difference.sum,
		locale,
	);
	return text === null ? [] : [{ kind: 'note', text }];
}

function listDuty(path: FrozenPath, locale: Locale): FigureBlock[] {
	const { shortfall, proposal } = path.replacements;
	if (shortfall === null) return [];
	const year = String(path.year);
	const text =
		shortfall > 0
			? markIllustrative(
					m.path_duty_shortfall({ year, tonnes: formatRoughTonnes(shortfall, locale) }, { locale }),
					isMarkedPath(path),
					locale,
				)
			: m.path_duty_reached({ year }, { locale });
	const lines = proposal.map(({ title, tonnes, isIllustrative: isMarked, ...origin }) => {
		const words = { title, from: describeCandidateOrigin(origin, locale), tonnes: formatRoughTonnes(tonnes, locale), year };
		return markIllustrative(m.report_figures_replacement(words, { locale }), isMarked, locale);
	});
	return [
		{ kind: 'heading', text: m.path_duty_title({}, { locale }) },
		{ kind: 'text', text },
		...(lines.length > 0 ? [{ kind: 'list', lines } as const] : []),
		...(shortfall > 0 ? [{ kind: 'note', text: m.report_figures_replacement_own({}, { locale }) } as const] : []),
	];
}

function listSources({ sources, illustrative, measures }: FrozenPath, locale: Locale): string[] {
	const unstated = m.path_method_unstated({}, { locale });
	const { baseline, corrections, reference, factors } = sources;
	const own = measures.map(({ title, source }) => m.path_method_measure({ name: title, text: source ?? unstated }, { locale }));
	const level = reference && {
		year: String(reference.year),
		tonnes: formatRoughTonnes(reference.tonnes, locale),
		text: describeOrigin(reference, locale),
	};
	return [
		...factors.map((text) => m.path_method_account({ text }, { locale })),
		markIllustrative(m.path_method_baseline({ text: baseline ?? unstated }, { locale }), illustrative.includes('baseline'), locale),
		...corrections,
		...(level ? [markIllustrative(m.path_method_reference(level, { locale }), illustrative.includes('reference'), locale)] : []),
		...own,
	];
}
