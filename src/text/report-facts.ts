import type { ReportFact } from '#domain/followup/report-fact.ts';
import { formatDate, formatTonnes } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

const names: Record<ReportFact, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
	statusDate: m.report_about_date,
	meetingBody: m.round_meeting_body,
	meetingDate: m.round_meeting_date,
	caseNumber: m.round_meeting_case,
	shortfall: m.publish_fact_shortfall,
	municipality: m.publish_fact_municipality,
	plan: m.publish_fact_plan,
	order: m.publish_fact_order,
	legend: m.report_heading_guide,
	round: m.publish_fact_round,
	comparedWith: m.publish_fact_compared_with,
	events: m.publish_fact_events,
	planCheck: m.publish_fact_plan_check,
	account: m.publish_fact_account,
	path: m.publish_fact_path,
};

/** What a fact of a round's report is called. */
export function nameFact(fact: ReportFact, locale: Locale): string {
	return names[fact]({}, { locale });
}

/** A fact of a round's report in words; null when it is not stated. */
export function describeFact(fact: ReportFact, value: string | null, locale: Locale): string | null {
	if (value === null) return null;
	if (fact === 'shortfall') return formatTonnes(Number(value), locale);
	return fact === 'statusDate' || fact === 'meetingDate' ? formatDate(value, locale) : value;
}

/** Both sides of a fact in words; where their values are one, that what it says besides has changed. */
export function describeFactChange(
	{ field, before, after }: { readonly field: ReportFact; readonly before: string | null; readonly after: string | null },
	locale: Locale,
): { readonly before: string | null; readonly after: string | null } {
	if (before === after) return { before: m.publish_fact_before({}, { locale }), after: m.publish_fact_changed({}, { locale }) };
	return { before: describeFact(field, before, locale), after: describeFact(field, after, locale) };
}
