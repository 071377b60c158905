import type { AuditEvent } from '#domain/access/audit-event.ts';
import { mailKinds } from '#domain/followup/mail.ts';
import type { Locale } from '#text/locale.ts';
import { mailKindLabel } from '#text/mail-labels.ts';
import { m } from '#text/paraglide/messages.js';
import type { LogEntry } from '#usecases/audit/view-log.ts';

type Sentence = (inputs: Record<string, never>, options: { locale: Locale }) => string;
type Line = LogEntry['line'];
type Change = Extract<Line, { kind: 'change' }>;

const events: Record<AuditEvent, Sentence> = {
	'signed in': m.trust_event_signed_in,
	'sign-in refused': m.trust_event_sign_in_refused,
	'signed out': m.trust_event_signed_out,
	'answer link used': m.trust_event_answer_link_used,
	'answer link revoked': m.trust_event_answer_link_revoked,
	'persons read': m.trust_event_persons_read,
	'person read': m.trust_event_person_read,
	'person exported': m.trust_event_person_exported,
	'person erased': m.trust_event_person_erased,
	'mails read': m.trust_event_mails_read,
	'mail sent again': m.trust_event_mail_sent_again,
	'audit log read': m.trust_event_audit_log_read,
	'tenant exported': m.trust_event_tenant_exported,
	'report published': m.trust_event_report_published,
};

const things: Record<Change['entity'], Sentence> = {
	plan: m.trust_thing_plan,
	section: m.trust_thing_section,
	initiative: m.trust_thing_initiative,
	round: m.trust_thing_round,
	assessment: m.trust_thing_assessment,
	answer: m.trust_thing_answer,
	dismissal: m.trust_thing_dismissal,
	person: m.trust_thing_person,
	unit: m.trust_thing_unit,
	setting: m.trust_thing_setting,
	account: m.trust_thing_account,
	factor: m.trust_thing_factor,
	target: m.trust_thing_target,
	scenario: m.path_thing_scenario,
};

const actions: Record<Change['action'], Sentence> = {
	added: m.trust_action_added,
	changed: m.trust_action_changed,
	removed: m.trust_action_removed,
};

const reasons: Record<Change['reason'], Sentence> = {
	example: m.trust_reason_example,
	import: m.trust_reason_import,
	'import undone': m.trust_reason_import_undone,
	'finding dismissed': m.trust_reason_finding_dismissed,
	'finding restored': m.trust_reason_finding_restored,
	edit: m.trust_reason_edit,
	answer: m.trust_reason_answer,
	round: m.trust_reason_round,
	'plan change': m.trust_reason_plan_change,
	handover: m.trust_reason_handover,
	erasure: m.trust_reason_erasure,
};

const nobody: Readonly<Record<string, Sentence>> = {
	demo: m.trust_who_demo,
	cli: m.trust_who_cli,
	job: m.trust_who_job,
	public: m.trust_who_public,
	installation: m.trust_who_installation,
};

const details: Readonly<Record<string, Sentence>> = {
	method: m.trust_detail_method,
	year: m.trust_detail_year,
	planId: m.trust_detail_plan,
	version: m.trust_detail_version,
	sha256: m.trust_detail_sha256,
	count: m.trust_detail_count,
	links: m.trust_detail_links,
	mails: m.trust_detail_mails,
	kind: m.trust_detail_kind,
	form: m.trust_detail_form,
	event: m.trust_detail_event,
	from: m.trust_detail_from,
	until: m.trust_detail_until,
};

const values: Readonly<Record<string, Sentence>> = {
	link: m.trust_method_link,
	password: m.trust_method_password,
	passkey: m.trust_method_passkey,
	oidc: m.trust_method_oidc,
	'answer link': m.trust_method_answer_link,
	page: m.trust_form_page,
	file: m.trust_form_file,
};

const settings: Readonly<Record<string, Sentence>> = { 'people.retention': m.trust_setting_retention, mail: m.trust_setting_mail };

/** The kinds of things whose changes the log tells of. */
export const changedThings = Object.keys(things) as readonly Change['entity'][];

/** The word for an event. */
export function eventLabel(event: AuditEvent, locale: Locale): string {
	return events[event]({}, { locale });
}

/** The word for changes of a kind of thing. */
export function changesLabel(thing: Change['entity'], locale: Locale): string {
	return m.trust_changes_of({ thing: things[thing]({}, { locale }) }, { locale });
}

/** What happened, in words: "Logget ind", "Vurdering ændret (svar)". */
export function describeLine(line: Line, locale: Locale): string {
	if (line.kind === 'event') return eventLabel(line.event, locale);
	const words = {
		thing: things[line.entity]({}, { locale }),
		action: actions[line.action]({}, { locale }),
		reason: reasons[line.reason]({}, { locale }),
	};
	return m.trust_line_change(words, { locale });
}

/** Who did it: the name of today, a word for what is no person, or the id where nobody here has it. */
export function nameActor({ line, whoName, isWhoErased }: LogEntry, locale: Locale): string {
	if (isWhoErased) return m.round_person_erased({}, { locale });
	return whoName ?? nobody[line.who]?.({}, { locale }) ?? line.who;
}

/** What it is about: a name, a number, a year, or the id. */
export function nameSubject({ line, subjectName, isSubjectErased }: LogEntry, locale: Locale): string {
	if (isSubjectErased) return m.round_person_erased({}, { locale });
	if (line.kind === 'change' && line.entity === 'setting') return nameSetting(line.subject ?? '', locale);
	const name = subjectName ?? line.subject ?? '';
	const isNumber = line.kind === 'change' && subjectName !== null && (line.entity === 'initiative' || line.entity === 'assessment');
	const named = isNumber ? m.trust_initiative({ number: name }, { locale }) : name;
	const year = line.kind === 'change' && line.year !== null && name !== String(line.year) ? String(line.year) : '';
	return [named, year].filter((part) => part !== '').join(', ');
}

function nameSetting(key: string, locale: Locale): string {
	const kind = mailKinds.find((each) => key === `mail.${each}`);
	if (kind) return m.trust_setting_words({ kind: mailKindLabel(kind, locale) }, { locale });
	return settings[key]?.({}, { locale }) ?? key;
}

/** The facts noted with an event, in words: "måde: link på mail". What nobody has a word for stands as it was noted. */
export function describeDetails(line: Line, locale: Locale): string {
	if (line.kind !== 'event' || line.details === null) return '';
	return Object.entries(line.details)
		.filter(([, value]) => value !== null)
		.map(([name, value]) => `${details[name]?.({}, { locale }) ?? name}: ${describeDetail(name, String(value), locale)}`)
		.join(', ');
}

function describeDetail(name: string, value: string, locale: Locale): string {
	if (name === 'event') return eventOf(value)?.({}, { locale }) ?? value;
	if (name === 'kind') return nameKind(value, locale);
	return (name === 'method' || name === 'form' ? values[value]?.({}, { locale }) : undefined) ?? value;
}

function nameKind(value: string, locale: Locale): string {
	const kind = mailKinds.find((each) => each === value);
	return kind ? mailKindLabel(kind, locale) : value;
}

/** The word for what the log was asked for: an event, or changes of a kind of thing. */
function eventOf(value: string): Sentence | undefined {
	return ({ ...things, ...events } as Readonly<Record<string, Sentence>>)[value];
}
