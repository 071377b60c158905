import { palettes } from '#charts/colour-shape.ts';
import { drawColourBar } from '#charts/draw-colour-bar.ts';
import { countColours } from '#domain/followup/counts.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { capitalise, formatList, formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { formatRoughTonnes } from '#text/path-words.ts';
import { notePicture } from '#text/picture-notes.ts';
import { colourBarAlternative } from '#text/summary-sentence.ts';
import { drawFigure } from './draw-figure.ts';
import type { FrozenCause, FrozenPath } from './frozen-figures.ts';
import { hasMarkedTonnes, isOnlyShown, markIllustrative, writeCause, writeOffered } from './path-marks.ts';
import { drawPath, writeSlip } from './path-section.ts';
import { reportFont } from './report-fonts.ts';

/** One line of a printed page: which initiative, and what is said of it. */
export type SheetLine = { readonly number: string | null; readonly title: string; readonly text: string };

type Bars = ReturnType<typeof drawSheetBars>;
type Picture = ReturnType<typeof drawSheetPicture>;
type LineList = {
	readonly heading: string;
	/** What the lines come to together; null where there is nothing to say of that. */
	readonly lead: string | null;
	readonly lines: readonly SheetLine[];
	readonly none: string;
	/** How many more there are than the page has room for; null when all are there. */
	readonly more: string | null;
};

/** What `typst/one-page.typ` sets out. */
export type OnePage = {
	readonly locale: Locale;
	readonly municipality: string;
	readonly title: string;
	/** Lines beside the title. */
	readonly masthead: readonly string[];
	/** That it is of a corrected version; left out where it is not. */
	readonly notice?: string;
	readonly sentence: string;
	readonly second: string | null;
	readonly bars: Bars;
	/** Null without a path. */
	readonly picture: Picture | null;
	readonly done: LineList;
	readonly attention: LineList;
	readonly decide: { readonly heading: string; readonly lead: string | null; readonly lines: readonly string[] };
	readonly foot: string;
	readonly font: string;
	readonly hash: string;
	readonly hashLine: string;
};

/** Most lines of each list: the page is one page. */
const mostLines = 5;

/** Both colour bars of a round, half the page wide; none before the first round. */
export function drawSheetBars(lines: readonly AssessedInitiative[], locale: Locale) {
	const counts = countColours(lines);
	return lines.length === 0
		? []
		: (['progress', 'fulfilment'] as const).map((which) => {
				const heading = which === 'progress' ? m.web_progress({}, { locale }) : m.web_fulfilment({}, { locale });
				const svg = drawColourBar(counts[which], { width: 250, height: 20, fontSize: 9 }, palettes.print, reportFont);
				const alternative = colourBarAlternative(heading, counts[which], locale);
				return { heading, svg, alternative, words: capitalise(alternative.slice(heading.length + 1).trim(), locale) };
			});
}

/** The picture of the path, as wide as the page and as high as is left for it. */
export function drawSheetPicture(path: FrozenPath, height: number, locale: Locale) {
	const { drawing, alternative, caption } = drawPath(path, locale);
	const { svg } = drawFigure(drawing, { width: 510, height, fontSize: 9, fontFamily: reportFont }, locale);
	const note = notePicture(path.picture, path.year, locale).join(' ') || null;
	const legend = drawing.of === 'path' ? drawing.legend : [];
	// There is no table on the page that the letters could stand in.
	const wedges = m.path_legend_wedges_sheet({}, { locale });
	return { svg, alternative, caption, legend: legend.map((each) => (each.part === 'wedge' ? { ...each, word: wedges } : each)), note };
}

/** The measures that have begun and stand as decided, those that save most first; not those of an initiative that is red in the round. */
export function listDone(path: FrozenPath, lines: readonly AssessedInitiative[], locale: Locale): SheetLine[] {
	const year = String(path.year);
	const red = new Set(
		lines
			.filter(({ assessment }) => assessment?.progress === 'red' || assessment?.fulfilment === 'red')
			.map(({ initiative }) => getNumberKey(initiative.number)),
	);
	return path.measures
		.filter(({ isDone, initiative }) => isDone && !(initiative !== null && red.has(getNumberKey(initiative))))
		.sort((one, two) => (two.standing ?? 0) - (one.standing ?? 0))
		.map((measure) => {
			const text = m.path_sheet_done_line({ tonnes: formatRoughTonnes(measure.standing ?? 0, locale), year }, { locale });
			return { number: measure.initiative, title: measure.title, text: markIllustrative(text, hasMarkedTonnes(measure), locale) };
		});
}

/** What emits more than was decided, the most first. What saves more needs nobody's attention. */
export function listGaps(path: FrozenPath, locale: Locale): SheetLine[] {
	return path.causes
		.filter(({ sum }) => sum === null || sum > 0)
		.map((cause) => {
			const why = writeCause(cause, path, locale).join(' ');
			const text = cause.sum === null ? why : m.path_sheet_gap_line({ sum: formatRoughTonnes(cause.sum, locale), why }, { locale }).trim();
			const title = nameCause(cause, path, locale);
			return { number: cause.initiative, title, text: markIllustrative(text, isOnlyShown(cause, path), locale) };
		});
}

/** Causes that are named where they speak against the others; of more than these their number is said. */
const mostNamed = 3;

/**
 * What the causes come to together, as the page of the path says it, and what speaks against those that are listed: the lines alone add up
 * to more. Null where nothing has changed, and in a report whose causes are not of their changes alone.
 */
export function sumGaps(path: FrozenPath, locale: Locale): string | null {
	const slip = path.sharing ? writeSlip(path, locale) : null;
	if (slip === null) return null;
	const [less, more] = [-1, 1].map((sign) => nameSide(path, sign, locale));
	// Where less is emitted than was decided, it is what saves more that makes it so.
	const isLess = (path.difference.sum ?? 0) <= -0.5;
	const offered = [less, more].flatMap((each) => each?.offered ?? []);
	const told = isLess
		? [less && m.path_sheet_because_less(less, { locale }), more && m.path_sheet_against_more(more, { locale })]
		: [less && m.path_sheet_against(less, { locale })];
	return [slip, ...told, ...offered].filter(Boolean).join(' ');
}

/** The causes that pull one way, by name, and what they come to, and what those that were taken in later were offered at; null where they come to nothing. */
function nameSide(path: FrozenPath, sign: number, locale: Locale) {
	const causes = path.causes.filter(({ sum }) => (sum ?? 0) * sign > 0);
	const tonnes = causes.reduce((all, { sum }) => all + (sum ?? 0) * sign, 0);
	if (tonnes < 0.5) return null;
	const names = causes.map((cause) => [cause.initiative, nameCause(cause, path, locale)].filter(Boolean).join(' '));
	const who =
		names.length > mostNamed
			? m.path_sheet_against_many({ number: formatNumber(names.length, locale) }, { locale })
			: formatList(names, locale);
	const offered = names.length > mostNamed ? [] : causes.flatMap((cause) => writeOffered(cause, path, locale));
	return { who, sum: formatRoughTonnes(tonnes, locale), offered };
}

/** What is said where no line needs attention: what is moved or fell away may yet be there, without more being emitted for it. */
export function explainNoGaps(path: FrozenPath | null, locale: Locale): string {
	if (path?.round === null) return m.path_sheet_attention_unknown({}, { locale });
	const isMoved = path?.measures.some(
		({ how }) => how !== null && (how.start === null || how.start > how.decidedStart || how.pauses !== undefined),
	);
	return isMoved ? m.path_sheet_attention_less({}, { locale }) : m.path_sheet_attention_none({}, { locale });
}

/** Reports from before measures without an initiative had a line each have no title for them. */
function nameCause({ initiative, title, measures: ids }: FrozenCause, { measures }: FrozenPath, locale: Locale): string {
	if (title !== null || initiative !== null) return title ?? '';
	const titles = measures.filter(({ measure }) => ids.includes(measure)).map((each) => each.title);
	return titles.length > 0 ? formatList(titles, locale) : m.path_gap_no_initiative({}, { locale });
}

/** The initiatives that are red, by progress unless said otherwise. */
export function listRed(lines: readonly AssessedInitiative[], locale: Locale, which: 'progress' | 'fulfilment' = 'progress'): SheetLine[] {
	const text = which === 'progress' ? m.path_sheet_red_line({}, { locale }) : m.publish_one_page_red_fulfilment({}, { locale });
	return lines
		.filter(({ assessment }) => assessment?.[which] === 'red')
		.map(({ initiative: { number, title } }) => ({ number, title, text }));
}

/** The first of some lists as one, each initiative once, and how many are left out. */
export function takeLines(
	{ heading, none, lead = null }: Pick<LineList, 'heading' | 'none'> & Partial<Pick<LineList, 'lead'>>,
	locale: Locale,
	...lists: readonly (readonly SheetLine[])[]
): LineList {
	const named = new Set<string>();
	const kept: SheetLine[] = [];
	for (const list of lists) {
		const own = list.filter(({ number }) => number === null || !named.has(number));
		kept.push(...own);
		for (const { number } of own) if (number !== null) named.add(number);
	}
	const rest = kept.length - mostLines;
	const more = rest > 0 ? m.path_sheet_more({ number: formatNumber(rest, locale) }, { locale }) : null;
	return { heading, lead, none, lines: kept.slice(0, mostLines), more };
}
