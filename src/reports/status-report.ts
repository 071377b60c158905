import { countColours } from '#domain/followup/counts.ts';
import type { ComparedField, InitiativeChange, RoundComparison } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import { describeValue, nameField } from '#text/describe-value.ts';
import { changeLabel, colourLabel, stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { partLabel } from '#text/part-label.ts';
import { calmSentence } from '#text/summary-sentence.ts';
import { writeAccountSection } from './account-section.ts';
import { freezeRound, type LineFacts } from './freeze-round.ts';
import { hashFrozenRound, type FrozenRound } from './frozen-round.ts';
import type { ReportChanges, ReportGuide, ReportSection, StatusReport } from './report-content.ts';
import { writePathSection } from './path-section.ts';
import { writeMeeting } from './report-words.ts';
import { writeCorrection } from './write-correction.ts';
import { readReportMarks, readReportRow } from './report-row.ts';
import { readReportCounts } from './report-summary.ts';
import { thawRound } from './thaw-round.ts';
import { readWhatChanged } from './what-changed.ts';

export type { StatusReport } from './report-content.ts';

/** `version` counts the published versions of this round's report, from 1; null for a draft. `facts` are by initiative. */
export type ReportOptions = { readonly locale: Locale; readonly version: number | null; readonly facts?: ReadonlyMap<string, LineFacts> };

/**
 * Everything a round's status report says, as data: the formats only set it out. Pure, and the same for the same input.
 * `comparison` is with the round before and null for a plan's first round.
 */
export function buildStatusReport(
	followUp: FollowUp,
	comparison: RoundComparison | null,
	findings: readonly Finding[],
	{ locale, version, facts }: ReportOptions,
): StatusReport {
	return writeStatusReport(freezeRound({ followUp, comparison, findings, version, ...(facts ? { facts } : {}) }), locale);
}

/** A frozen round in the words of one language. */
export function writeStatusReport(frozen: FrozenRound, locale: Locale): StatusReport {
	const { municipality, plan, round, legend, version, part } = frozen;
	const { title, municipality: name, summary } = frozen.texts[locale];
	const { followUp, comparison } = thawRound(frozen);
	return {
		locale,
		municipality: { code: municipality.code, name },
		title,
		plan: { title: plan.title, periodStart: plan.periodStart, periodEnd: plan.periodEnd, source: plan.source },
		round: { year: round.year, title: round.title, statusDate: round.statusDate, source: writeSource(frozen, locale) },
		meeting: frozen.meeting ? writeMeeting(frozen.meeting, locale) : null,
		version,
		isRun: frozen.isRun === true,
		hash: part?.of ?? hashFrozenRound(frozen),
		part: part && partLabel(part, locale),
		correction: writeCorrection(frozen, locale),
		summary,
		calm: calmSentence(frozen.figures.progress, comparison !== null, locale),
		changes: comparison && readChanges(comparison, locale),
		whatChanged: comparison && readWhatChanged(frozen, { followUp, comparison }, { locale, sentence: summary.changes }),
		guide: legend && readGuide(legend, locale),
		sections: listSections(frozen, { followUp, comparison }, locale),
		figures: [writeAccountSection(frozen.accounts, locale), writePathSection(frozen.path, locale)].filter((section) => section !== null),
	};
}

// A round that was run here has no document: it is stored under the name of the plan it asked about.
function writeSource({ isRun, round }: FrozenRound, locale: Locale): string {
	return isRun ? m.report_about_source_answers({}, { locale }) : round.source;
}

/** Parts of a report that was published before are set out as its own files are. */
const firstLayoutWith = { unit: 9, reasonColumn: 10 };

type Compared = { readonly followUp: FollowUp; readonly comparison: RoundComparison | null };

function listSections(frozen: FrozenRound, { followUp, comparison }: Compared, locale: Locale): ReportSection[] {
	const { plan, lines } = followUp;
	const frozenLines = new Map(frozen.lines.map((line) => [line.initiative.id, line]));
	const changes = new Map(comparison?.changes.map((change) => [change.initiativeId, change.kind]));
	const known = new Set(plan.sections.map((section) => section.id));
	const groups = [
		...plan.sections
			.toSorted((one, other) => one.position - other.position)
			.map(({ id, title }) => ({ title, lines: lines.filter(({ initiative }) => initiative.sectionId === id) })),
		{ title: null, lines: lines.filter(({ initiative }) => !initiative.sectionId || !known.has(initiative.sectionId)) },
	];
	return groups
		.filter((group) => group.lines.length > 0)
		.map((group) => ({
			title: group.title,
			marks: readReportCounts('', countColours(group.lines).progress, locale).marks,
			rows: group.lines.map((line) => {
				const { id } = line.initiative;
				const { colourReason = null, tags = [], unit = null } = frozenLines.get(id) ?? {};
				const has = (what: keyof typeof firstLayoutWith) => frozen.layoutVersion >= firstLayoutWith[what];
				const told = { colourReason, tags, unit: has('unit') ? unit : null, hasReasonColumn: has('reasonColumn') };
				const around = { section: group.title, change: changes.get(id) ?? null, ...told };
				return readReportRow(line, around, locale);
			}),
		}));
}

const shownKinds = ['worse', 'mixed', 'better', 'changed', 'newly assessed', 'not assessed', 'new', 'gone'] as const;
// The colours stand beside it; what only reads differently is no news to a committee.
const toldFields: readonly ComparedField[] = [
	'number',
	'state',
	'priority',
	'startDate',
	'deadline',
	'responsible',
	'co2Relation',
	'sphere',
];

function readChanges({ earlierYear, changes }: RoundComparison, locale: Locale): ReportChanges {
	const moved = shownKinds.flatMap((kind) => changes.filter((change) => change.kind === kind));
	const marksOf = (line: AssessedInitiative | null) => (line?.assessment ? readReportMarks(line.assessment, locale) : null);
	const lines = moved.map((change: InitiativeChange) => ({
		kind: change.kind,
		word: writeChange(change, locale),
		number: change.number,
		title: change.title,
		before: marksOf(change.before),
		after: marksOf(change.after),
	}));
	return { earlierYear, lines };
}

/** What happened, and which facts beside the colours differ: "Gået frem (Igangsat: Ikke igangsat → I gang)". */
function writeChange({ kind, fields }: InitiativeChange, locale: Locale): string {
	const told = fields.flatMap(({ field, before, after }) => {
		if (!toldFields.includes(field)) return [];
		const [was, is] = [before, after].map((value) => describeValue(field, value, locale) ?? stateLabel(null, locale).toLowerCase());
		return [`${nameField(field, locale)}: ${was} → ${is}`];
	});
	const label = changeLabel(kind, locale);
	return told.length > 0 ? `${label} (${told.join('; ')})` : label;
}

function readGuide(legend: Legend, locale: Locale): ReportGuide {
	return {
		title: legend.title[locale],
		source: legend.source,
		progress: legend.progress.map(({ colour, sentence }) => ({
			mark: colour,
			word: colourLabel(colour, locale),
			sentence: sentence[locale],
		})),
		fulfilment: legend.fulfilment.map(({ colour, sentence }) => ({
			mark: colour,
			word: colourLabel(colour, locale),
			sentence: sentence[locale],
		})),
	};
}
