import type { OwnerMailContent, DigestContent, MailContent, MailPlace, MailText } from '#domain/followup/mail-content.ts';
import type { OwnerMailKind } from '#domain/followup/reminder-schedule.ts';
import { countDays } from '#domain/shared/danish-day.ts';
import { formatDate, formatList } from './format.ts';
import type { Locale } from './locale.ts';
import { writeHtmlMail, writePlainMail } from './mail-frame.ts';
import { m } from './paraglide/messages.js';

type Options = { readonly locale: Locale };
type Words = { what: string; deadline: string; when: string; year: number; municipality: string };
type Sentence = (words: Words, options: Options) => string;

const subjects: Record<Exclude<OwnerMailKind, 'sent back'>, Sentence> = {
	invitation: m.mail_subject_invitation,
	reminder: m.mail_subject_reminder,
	overdue: m.mail_subject_overdue,
};
const openings: Record<OwnerMailKind, Sentence> = {
	invitation: m.mail_opening_invitation,
	reminder: m.mail_opening_reminder,
	overdue: m.mail_opening_overdue,
	'sent back': m.mail_opening_sent_back,
};

/** Puts a mail into words: what to do, one button with its address in plain, whom to ask, and nothing else. */
export function writeMail(content: MailContent, locale: Locale): MailText {
	const { subject, lines } = content.kind === 'digest' ? writeDigest(content, { locale }) : writeOwnerMail(content, { locale });
	const fill = (own: string) => fillPlaces(own, content, { locale });
	const said = {
		subject: content.template?.subject ? fill(content.template.subject) : subject,
		// The municipality's own opening takes the place of the first line; what else is to be told stays.
		lines: content.template?.opening ? [fill(content.template.opening), ...lines.slice(1)] : lines,
		button: content.kind === 'digest' ? m.mail_button_digest({}, { locale }) : m.mail_button({}, { locale }),
		last: content.contact ? m.mail_contact({ contact: content.contact }, { locale }) : null,
		link: content.link,
	};
	return { subject: said.subject.replace(/\s+/g, ' ').trim(), text: writePlainMail(said), html: writeHtmlMail(said, locale) };
}

function writeOwnerMail(content: OwnerMailContent, options: Options): { subject: string; lines: string[] } {
	const { kind, waiting, sentBack, onBehalfOf, day, deadline } = content;
	const about = kind === 'sent back' ? sentBack : waiting;
	const words = chooseWords(content, about, options);
	const late = day > deadline ? m.mail_subject_sent_back_late : m.mail_subject_sent_back;
	const subject = (kind === 'sent back' ? late : subjects[kind])(words, options);
	const lines = [openings[kind](words, options)];
	if (waiting > about) lines.push(m.mail_also_waiting({ what: countInitiatives(waiting - about, options) }, options));
	if (onBehalfOf.length > 0) lines.push(m.mail_on_behalf_of({ names: formatList(onBehalfOf, options.locale) }, options));
	return { subject, lines };
}

function writeDigest(content: DigestContent, options: Options): { subject: string; lines: string[] } {
	const { asked, answered, sentBack, unassigned, unreachable, day, deadline } = content;
	const words = { ...chooseWords(content, asked, options), asked, answered };
	const opening = day > deadline ? m.mail_opening_digest_late : m.mail_opening_digest;
	const notes = [
		countNote(sentBack, m.mail_digest_sent_back_one, m.mail_digest_sent_back_many, options),
		countNote(unassigned, m.mail_digest_unassigned_one, m.mail_digest_unassigned_many, options),
		countNote(unreachable, m.mail_digest_unreachable_one, m.mail_digest_unreachable_many, options),
	];
	return { subject: m.mail_subject_digest(words, options), lines: [opening(words, options), ...notes.filter((note) => note !== '')] };
}

function chooseWords({ deadline, day, year, municipality }: MailContent, count: number, options: Options): Words {
	const date = formatDate(deadline, options.locale);
	return {
		what: countInitiatives(count, options),
		deadline: date,
		when: sayWhen(countDays(day, deadline), date, options),
		year,
		municipality: m.web_municipality_name({ name: municipality }, options),
	};
}

function sayWhen(days: number, deadline: string, options: Options): string {
	if (days <= 0) return m.mail_when_today({ deadline }, options);
	return days === 1 ? m.mail_when_tomorrow({ deadline }, options) : m.mail_when_days({ days, deadline }, options);
}

function countInitiatives(count: number, options: Options): string {
	return count === 1 ? m.mail_initiatives_one({}, options) : m.mail_initiatives_many({ count }, options);
}

type Note = (words: { count: number }, options: Options) => string;

function countNote(count: number, one: Note, many: Note, options: Options): string {
	if (count === 0) return '';
	return count === 1 ? one({ count }, options) : many({ count }, options);
}

function fillPlaces(own: string, content: MailContent, { locale }: Options): string {
	const values: Record<MailPlace, string> = {
		antal: String(content.kind === 'digest' ? content.asked - content.answered : content.waiting),
		frist: formatDate(content.deadline, locale),
		aar: String(content.year),
		kommune: m.web_municipality_name({ name: content.municipality }, { locale }),
	};
	return own.replace(/\{(antal|frist|aar|kommune)\}/g, (_, place: MailPlace) => values[place]).trim();
}
