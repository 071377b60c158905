import { isBegun } from '#domain/followup/assessment.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { describeCandidateOrigin } from '#text/addition-words.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { formatRoughTonnes } from '#text/path-words.ts';
import { hashContent, writeCanonicalJson } from './canonical-json.ts';
import type { FrozenPath } from './frozen-figures.ts';
import { isMarkedPath, markIllustrative } from './path-marks.ts';
import { writePathSentence } from './path-section.ts';
import { reportFont } from './report-fonts.ts';
import {
	drawSheetBars,
	drawSheetPicture,
	explainNoGaps,
	listDone,
	listGaps,
	listRed,
	sumGaps,
	takeLines,
	type OnePage,
} from './sheet-parts.ts';

/** What the one printed page about tonnes is made of. */
export type PathSheetContent = {
	readonly municipality: string;
	readonly path: FrozenPath;
	/** The initiatives of the newest round; empty before the first. */
	readonly lines: readonly AssessedInitiative[];
	readonly sources: readonly string[];
};

/** The page "Hvor står vi i ton" in words and pictures: what stands on it, in the order it is read. */
export function makePathSheet({ path, municipality, lines, sources }: PathSheetContent, locale: Locale): OnePage {
	const { round } = path;
	const about = round === null ? m.path_sheet_masthead_none({}, { locale }) : m.path_sheet_masthead({ year: String(round) }, { locale });
	const sheet = {
		locale,
		municipality: m.web_municipality_name({ name: municipality }, { locale }),
		title: m.path_sheet_title({}, { locale }),
		masthead: [about, m.path_sheet_case({}, { locale })],
		sentence: writePathSentence(path, locale),
		second: null,
		bars: drawSheetBars(lines, locale),
		picture: drawSheetPicture(path, 210, locale),
		done: takeLines({ heading: m.path_sheet_done({}, { locale }), none: explainNone(path, locale) }, locale, listDone(path, lines, locale)),
		attention: takeLines(
			{
				heading: m.path_sheet_attention({}, { locale }),
				lead: sumGaps(path, locale),
				none: explainNoGaps(path, locale),
			},
			locale,
			listGaps(path, locale),
			listRed(lines, locale),
			listRed(lines, locale, 'fulfilment'),
		),
		decide: { heading: m.path_sheet_decide({}, { locale }), lead: null, lines: listDecisions(path, locale) },
		foot: m.path_sheet_foot({ sources: sources.join('; ') }, { locale }),
		font: reportFont,
	};
	const hash = hashContent(writeCanonicalJson(sheet));
	return { ...sheet, hash, hashLine: m.path_sheet_hash({ hash }, { locale }) };
}

/** Why nothing is named as done: nobody has looked, nothing has begun, what has begun is red, or it gives less than was decided. */
function explainNone({ round, measures }: FrozenPath, locale: Locale): string {
	if (round === null) return m.path_sheet_done_unknown({}, { locale });
	if (measures.some(({ isDone }) => isDone)) return m.path_sheet_done_red({}, { locale });
	return measures.some(({ how }) => isBegun(how?.state)) ? m.path_sheet_done_less({}, { locale }) : m.path_sheet_done_none({}, { locale });
}

function listDecisions(path: FrozenPath, locale: Locale): string[] {
	const { shortfall, proposal } = path.replacements;
	const year = String(path.year);
	if (shortfall === null || shortfall <= 0) return [m.path_sheet_decide_none({}, { locale })];
	const proposed = proposal.slice(0, 3).map(({ title, tonnes, isIllustrative, ...origin }) => {
		const words = { title, from: describeCandidateOrigin(origin, locale), tonnes: formatRoughTonnes(tonnes, locale), year };
		return markIllustrative(m.path_sheet_decide_candidate(words, { locale }), isIllustrative, locale);
	});
	const replace = m.path_sheet_decide_replace({ tonnes: formatRoughTonnes(shortfall, locale), year }, { locale });
	return [markIllustrative(replace, isMarkedPath(path), locale), ...proposed];
}
