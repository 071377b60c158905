import type { RoundComparison } from '#domain/followup/compare-rounds.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { changeLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { formatRoughTonnes } from '#text/path-words.ts';
import type { FrozenRound } from './frozen-round.ts';
import { isMarkedPath, markIllustrative } from './path-marks.ts';
import { writePathSentence } from './path-section.ts';
import { reportFont } from './report-fonts.ts';
import { dateLine, documentTitle, meetingLine, versionLine } from './report-words.ts';
import {
	drawSheetBars,
	drawSheetPicture,
	listDone,
	listGaps,
	listRed,
	explainNoGaps,
	sumGaps,
	takeLines,
	type OnePage,
	type SheetLine,
} from './sheet-parts.ts';
import { writeStatusReport } from './status-report.ts';
import { thawRound } from './thaw-round.ts';

/** A round on one page for the committee and for citizens: what it says, in the order it is read. Every word follows from the frozen round. */
export function makeRoundSheet(frozen: FrozenRound, locale: Locale): OnePage {
	const report = writeStatusReport(frozen, locale);
	const { followUp } = thawRound(frozen);
	const { path } = frozen;
	const { hash, summary, part, round, plan } = report;
	const masthead = [dateLine(report), versionLine(report), meetingLine(report) ?? m.path_sheet_case({}, { locale })];
	const attention = [path ? listGaps(path, locale) : [], listRed(followUp.lines, locale), ...listAttention(frozen, report, locale)];
	const sources = [...new Set([round.source, plan.source, ...listAccountSources(frozen)])].filter((source) => source !== '');
	return {
		locale,
		municipality: report.municipality.name,
		title: m.publish_one_page_title({ year: String(round.year) }, { locale }),
		masthead: part === null ? masthead : [part, ...masthead],
		...(report.correction && { notice: report.correction.notice }),
		sentence: summary.sentence,
		second: path ? writePathSentence(path, locale) : null,
		bars: drawSheetBars(followUp.lines, locale),
		picture: path ? drawSheetPicture(path, 190, locale) : null,
		done: makeDone(frozen, attention.flat(), locale),
		attention: takeLines(
			{
				heading: m.path_sheet_attention({}, { locale }),
				lead: path ? sumGaps(path, locale) : null,
				none: explainNoGaps(path ?? null, locale),
			},
			locale,
			...attention,
		),
		decide: {
			heading: m.report_heading_asks({}, { locale }),
			lead: m.report_asks_lead({}, { locale }),
			lines: [...summary.asks, ...listPathAsks(frozen, locale)],
		},
		foot: m.path_sheet_foot({ sources: sources.join('; ') }, { locale }),
		font: reportFont,
		hash,
		hashLine: [
			documentTitle(report),
			report.version === null ? m.report_unchecked({}, { locale }) : m.path_sheet_hash({ hash }, { locale }),
		].join(' · '),
	};
}

function listAccountSources({ accounts = [] }: FrozenRound): string[] {
	return accounts.flatMap(({ years }) => years.slice(-1).map(({ release, source }) => `${release}: ${source}`));
}

const toLine = ({ initiative: { number, title } }: AssessedInitiative, text: string): SheetLine => ({ number, title, text });

function listCompleted(lines: readonly AssessedInitiative[], locale: Locale): SheetLine[] {
	const completed = lines.filter(({ assessment }) => assessment?.state === 'completed');
	return completed.map((line) => toLine(line, m.publish_one_page_completed({}, { locale })));
}

/**
 * What has moved ahead since the round before, by the rule of the page of changes; in a first round nothing has moved yet, so what is
 * completed or as planned is told under its own heading. What needs attention is named there and not here.
 */
function makeDone(frozen: FrozenRound, attention: readonly SheetLine[], locale: Locale): OnePage['done'] {
	const { followUp, comparison } = thawRound(frozen);
	const named = new Set(attention.map(({ number }) => number).filter((number) => number !== null));
	const calm = (lines: readonly SheetLine[]) => lines.filter(({ number }) => number === null || !named.has(number));
	if (comparison) {
		const year = String(comparison.earlierYear);
		const words = { heading: m.publish_one_page_ahead({ year }, { locale }), none: m.publish_one_page_ahead_none({ year }, { locale }) };
		return takeLines(words, locale, calm(listBetter(comparison, locale)));
	}
	const words = { heading: m.publish_one_page_first({}, { locale }), none: m.publish_one_page_done_none({}, { locale }) };
	const measures = frozen.path ? listDone(frozen.path, followUp.lines, locale) : [];
	return takeLines(words, locale, calm([...listCompleted(followUp.lines, locale), ...measures, ...listOnTrack(followUp.lines, locale)]));
}

function listBetter({ changes }: RoundComparison, locale: Locale): SheetLine[] {
	const better = changes.filter(({ kind }) => kind === 'better').flatMap(({ before, after }) => (after ? { before, after } : []));
	return better.map(({ before, after }) => {
		const isCompleted = after.assessment?.state === 'completed' && before?.assessment?.state !== 'completed';
		return toLine(after, isCompleted ? m.publish_one_page_completed({}, { locale }) : `${changeLabel('better', locale)}.`);
	});
}

function listOnTrack(lines: readonly AssessedInitiative[], locale: Locale): SheetLine[] {
	const green = lines.filter(({ assessment }) => assessment?.state === 'in progress' && assessment.progress === 'green');
	return green.map((line) => toLine(line, m.publish_one_page_on_track({}, { locale })));
}

/** A list for each kind, so that an initiative that is in two is named in the first. What went ahead as well is not only said to have slipped. */
function listAttention(frozen: FrozenRound, { summary }: ReturnType<typeof writeStatusReport>, locale: Locale): SheetLine[][] {
	const changes = thawRound(frozen).comparison?.changes ?? [];
	const mixed = new Set(changes.flatMap(({ kind, after }) => (kind === 'mixed' && after ? [after.initiative.number] : [])));
	const words = {
		'red progress': m.path_sheet_red_line({}, { locale }),
		'red fulfilment': m.publish_one_page_red_fulfilment({}, { locale }),
		slipped: `${changeLabel('worse', locale)}.`,
	};
	const order = ['red progress', 'slipped', 'red fulfilment'];
	const groups = summary.attention.toSorted((one, two) => order.indexOf(one.kind) - order.indexOf(two.kind));
	return groups.map(({ kind, lines }) =>
		lines.map(({ number, title }) => {
			const isMixed = kind === 'slipped' && mixed.has(number);
			return { number, title, text: isMixed ? `${changeLabel('mixed', locale)}.` : words[kind] };
		}),
	);
}

function listPathAsks({ path }: FrozenRound, locale: Locale): string[] {
	const shortfall = path?.replacements.shortfall ?? 0;
	if (!path || shortfall <= 0) return [];
	const words = { tonnes: formatRoughTonnes(shortfall, locale), year: String(path.year) };
	return [markIllustrative(m.publish_one_page_ask_shortfall(words, { locale }), isMarkedPath(path), locale)];
}
