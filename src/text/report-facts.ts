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
