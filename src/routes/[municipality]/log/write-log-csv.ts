import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { LogEntry } from '#usecases/audit/view-log.ts';
import { writeCsvLine } from '#usecases/operation/csv-line.ts';
import { describeDetails, describeLine, nameActor, nameSubject } from './log-words.ts';

/** The log as separated values that a Danish Excel opens: words for people, ids and codes for programs, and the hash of the chain. */
export function writeLogCsv(entries: readonly LogEntry[], locale: Locale): string {
	const say = { locale };
	const headings = [
		m.trust_log_time({}, say),
		m.trust_log_who({}, say),
		m.trust_log_who_id({}, say),
		m.trust_log_what({}, say),
		m.trust_log_subject({}, say),
		m.trust_log_subject_id({}, say),
		m.trust_log_details({}, say),
		m.trust_log_source({}, say),
		m.trust_log_number({}, say),
		m.trust_log_hash({}, say),
	];
	const lines = entries.map((entry) => {
		const { line } = entry;
		return [
			line.at.toISOString(),
			nameActor(entry, locale),
			line.who,
			describeLine(line, locale),
			nameSubject(entry, locale),
			line.subject,
			describeDetails(line, locale),
			line.kind === 'event' ? 'audit_entry' : 'change',
			line.id,
			line.hash,
		];
	});
	return `\uFEFF${[headings, ...lines].map(writeCsvLine).join('')}`;
}
