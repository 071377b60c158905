import { colourMarks, type ColourMark } from '#charts/colour-shape.ts';
import { countColours } from '#domain/followup/counts.ts';
import { countGroups } from '#domain/followup/change-groups.ts';
import type { RoundComparison } from '#domain/followup/compare-rounds.ts';
import { severities, type Finding, type Severity } from '#domain/followup/finding.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import { formatList, formatNumber } from '#text/format.ts';
import { colourLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { colourBarAlternative, summarySentence } from '#text/summary-sentence.ts';
import { listMissingFacts } from './missing-facts.ts';
import type { AttentionGroup, ReportCounts, ReportSummary } from './report-content.ts';

/** The page for the committee, made from the round alone: nothing here is typed by hand. */
export function readReportSummary(
	followUp: FollowUp,
	comparison: RoundComparison | null,
	findings: readonly Finding[],
	locale: Locale,
): ReportSummary {
	const counts = countColours(followUp.lines);
	const attention = listAttention(followUp.lines, comparison, locale);
	const missing = listMissingFacts(followUp.lines, locale);
	const planCheck = countSeverities(findings);
	return {
		sentence: summarySentence(counts.progress, locale),
		total: followUp.lines.length,
		progress: readReportCounts(m.report_heading_progress({}, { locale }), counts.progress, locale),
		fulfilment: readReportCounts(m.report_heading_fulfilment({}, { locale }), counts.fulfilment, locale),
		attention,
		missing,
		changes: writeChanges(comparison, locale),
		planCheck,
		planCheckSentence: writePlanCheck(planCheck, locale),
		asks: listAsks(followUp, attention, missing.length > 0, locale),
	};
}

/** Counts of one colour column in the order of a bar, each with its word. */
export function readReportCounts(heading: string, counts: Readonly<Partial<Record<ColourMark, number>>>, locale: Locale): ReportCounts {
	const marks = colourMarks
		.map((mark) => ({ mark, count: counts[mark] ?? 0, word: colourLabel(mark, locale) }))
		.filter(({ count }) => count > 0);
	return { heading, marks, alternative: colourBarAlternative(heading, counts, locale) };
}

function listAttention(lines: readonly AssessedInitiative[], comparison: RoundComparison | null, locale: Locale): AttentionGroup[] {
	const named = (line: AssessedInitiative) => ({
		number: line.initiative.number,
		title: line.initiative.title,
		responsible: line.initiative.responsible,
	});
	const slipped = comparison?.changes.filter(({ kind }) => kind === 'worse' || kind === 'mixed').flatMap(({ after }) => after ?? []) ?? [];
	const groups: AttentionGroup[] = [
		{
			kind: 'red progress',
			heading: m.report_red_progress({}, { locale }),
			lines: lines.filter(({ assessment }) => assessment?.progress === 'red').map(named),
		},
		{
			kind: 'red fulfilment',
			heading: m.report_red_fulfilment({}, { locale }),
			lines: lines.filter(({ assessment }) => assessment?.fulfilment === 'red').map(named),
		},
		{ kind: 'slipped', heading: m.report_slipped({ year: String(comparison?.earlierYear) }, { locale }), lines: slipped.map(named) },
	];
	return groups.filter((group) => group.lines.length > 0);
}

const changeParts = [
	['better', m.report_change_better],
	['worse', m.report_change_worse],
	['mixed', m.report_change_mixed],
	['new', m.report_change_new],
	['gone', m.report_change_gone],
	['newly assessed', m.report_change_newly_assessed],
	['not assessed', m.report_change_not_assessed],
	['moved', m.report_change_moved],
	['other', m.report_change_other],
	['text changed', m.report_change_text_changed],
	['unchanged', m.report_change_unchanged],
	['still not assessed', m.report_change_still_not_assessed],
] as const;

function writeChanges(comparison: RoundComparison | null, locale: Locale): string {
	if (!comparison) return m.report_first_round({}, { locale });
	const counts = countGroups(comparison.changes);
	const present = changeParts.filter(([group]) => counts[group] > 0);
	const parts = present.map(([group, message]) => {
		const count = counts[group];
		return message({ count, number: formatNumber(count, locale) }, { locale });
	});
	return m.report_changes({ year: String(comparison.earlierYear), parts: formatList(parts, locale) }, { locale });
}

/** How many findings of each severity. */
export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
	const counts = { wrong: 0, unclear: 0, missing: 0 };
	for (const finding of findings) counts[finding.severity] += 1;
	return counts;
}

const severityParts = {
	wrong: m.report_plan_check_wrong,
	unclear: m.report_plan_check_unclear,
	missing: m.report_plan_check_missing,
} as const;

function writePlanCheck(counts: Record<Severity, number>, locale: Locale): string {
	const parts = severities
		.filter((severity) => counts[severity] > 0)
		.map((severity) => severityParts[severity]({ count: counts[severity], number: formatNumber(counts[severity], locale) }, { locale }));
	if (parts.length === 0) return m.report_plan_check_clean({}, { locale });
	return m.report_plan_check({ parts: formatList(parts, locale) }, { locale });
}

function listAsks({ round }: FollowUp, attention: readonly AttentionGroup[], isMissing: boolean, locale: Locale): string[] {
	const asks = [m.report_ask_note({ year: String(round.year) }, { locale })];
	const messages = { 'red progress': m.report_ask_red, 'red fulfilment': null, slipped: m.report_ask_slipped } as const;
	for (const { kind, lines } of attention) {
		const message = messages[kind];
		if (!message) continue;
		const count = lines.length;
		asks.push(message({ count, number: formatNumber(count, locale), numbers: listNumbers(lines, locale) }, { locale }));
	}
	if (isMissing) asks.push(m.report_ask_missing({}, { locale }));
	return asks;
}

const mostNumbers = 8;

function listNumbers(lines: AttentionGroup['lines'], locale: Locale): string {
	const numbers = lines.map(({ number }) => number);
	return numbers.length <= mostNumbers ? formatList(numbers, locale) : `${numbers.slice(0, mostNumbers).join(', ')} …`;
}
