import type { RoundMeeting } from '#domain/followup/round-stage.ts';
import { formatDate } from '#text/format.ts';
import { m } from '#text/paraglide/messages.js';
import type { Locale } from '#text/locale.ts';
import type { StatusReport, WrittenCorrection } from './report-content.ts';

/** "Klimahandleplan, 2022-2025"; the title alone when no document says the period. */
export function planLine({ plan, locale }: StatusReport): string {
	if (plan.periodStart === null || plan.periodEnd === null) return plan.title;
	return m.report_plan_period({ plan: plan.title, start: String(plan.periodStart), end: String(plan.periodEnd) }, { locale });
}

/** "Status pr. 1. maj 2023", or that no date is stated. */
export function dateLine({ round, locale }: StatusReport): string {
	if (round.statusDate === null) return m.report_date_missing({}, { locale });
	return m.report_date({ date: formatDate(round.statusDate, locale) }, { locale });
}

/** "Klimaudvalget 3. juni 2024, sag 24/117". */
export function writeMeeting({ body, date, caseNumber }: RoundMeeting, locale: Locale): string {
	const named = date === null ? body : m.report_meeting_dated({ body, date: formatDate(date, locale) }, { locale });
	return caseNumber === null ? named : m.report_meeting_case({ meeting: named, number: caseNumber }, { locale });
}

/** "Forelagt Klimaudvalget 3. juni 2024, sag 24/117"; null when it was presented nowhere. */
export function meetingLine({ meeting, locale }: StatusReport): string | null {
	return meeting && m.report_meeting({ meeting }, { locale });
}

/** What the first page says under its title: the plan, the day, the version and the meeting. */
export function listMasthead(report: StatusReport): string[] {
	return [planLine(report), dateLine(report), versionLine(report), meetingLine(report)].filter((line) => line !== null);
}

/** What stands at the foot of every page: whose report, which version, of when, and the first letters of its hash. */
export function footLine(report: StatusReport): string {
	const { municipality, title, locale } = report;
	const parts = [
		municipality.name,
		title,
		report.part,
		versionLine(report),
		dateLine(report),
		report.version === null ? m.report_unchecked({}, { locale }) : m.report_hash({ hash: report.hash.slice(0, 12) }, { locale }),
	];
	return parts.filter((part) => part !== null).join(' · ');
}

/** "Version 2", or that it is a draft, or was taken in from a document. */
export function versionLine({ version, isRun, locale }: StatusReport): string {
	if (version !== null) return m.report_version({ version: String(version) }, { locale });
	return isRun ? m.publish_draft({}, { locale }) : m.report_imported({}, { locale });
}

/** Title of the document in a reader's window and in a library's catalogue. */
export function documentTitle({ title, municipality, part }: StatusReport): string {
	return [title, municipality.name, part].filter((words) => words !== null).join(', ');
}

/** Where the report comes from and how to check it, as name and value. */
export function aboutLines(report: StatusReport): [name: string, value: string][] {
	const { locale, round, plan, correction, part } = report;
	return [
		[m.report_about_source({}, { locale }), round.source],
		[m.report_about_plan_source({}, { locale }), plan.source],
		[m.report_about_date({}, { locale }), round.statusDate ? formatDate(round.statusDate, locale) : m.domain_not_stated({}, { locale })],
		...(report.meeting ? [[m.report_about_meeting({}, { locale }), report.meeting] as [string, string]] : []),
		[m.report_about_version({}, { locale }), report.version === null ? versionLine(report) : String(report.version)],
		[m.report_about_hash({}, { locale }), report.version === null ? m.report_about_no_hash({}, { locale }) : report.hash],
		...(part === null ? [] : [[m.publish_about_part({}, { locale }), part] as [string, string]]),
		...(correction ? listCorrection(correction, locale) : []),
	];
}

/** How a report is checked, or why it cannot be: what is not published here changes with the plan, and nobody knows its number. */
export function verifyLine({ version, locale }: StatusReport): string {
	return version === null ? m.report_about_verify_draft({}, { locale }) : m.report_about_verify({}, { locale });
}

function listCorrection({ sentence, replacedHash, differences }: WrittenCorrection, locale: Locale): [string, string][] {
	return [
		[m.publish_about_correction({}, { locale }), sentence],
		[m.publish_about_replaced({}, { locale }), replacedHash],
		...(differences.length > 0 ? [[m.publish_about_differences({}, { locale }), differences.join('\n')] as [string, string]] : []),
	];
}

/** Where the plan stands in tonnes, for the first page; null without a path. */
export function pathSentence({ figures }: StatusReport): string | null {
	const lead = figures.find(({ kind }) => kind === 'path')?.blocks.find(({ kind }) => kind === 'lead');
	return lead && 'text' in lead ? lead.text : null;
}
