import type { MailContent, MailPlace, MailText, OwnerMailContent } from '#domain/followup/mail-content.ts';
import { writeDigest } from './digest-mail.ts';
import { formatDate } from './format.ts';
import type { Locale } from './locale.ts';
import { writeHtmlMail, writePlainMail, type MailLine } from './mail-frame.ts';
import { countInitiatives } from './mail-labels.ts';
import type { MailOptions, MailParts } from './mail-words.ts';
import { writeOwnerMail } from './owner-mail.ts';
import { m } from './paraglide/messages.js';

/** Puts a mail into words: a greeting, what to do and about what, one button with its address in plain, and whom to ask. */
export function writeMail(content: MailContent, locale: Locale): MailText {
	const options = { locale };
	const isDigest = content.kind === 'digest';
	const parts = isDigest ? writeDigest(content, options) : writeOwnerMail(content, options);
	const subject = content.template?.subject;
	const said = {
		subject: subject ? fillPlaces(subject, content, parts, options) : parts.subject,
		lines: [...writeOpening(content, parts, options), ...parts.rest],
		button: isDigest ? m.mail_button_digest({}, options) : m.mail_button({}, options),
		// Whoever runs the round is the one to ask, and is signed in: nothing more to tell them.
		last: isDigest ? [] : [...sayContact(content, options), m.mail_own({}, options)],
		link: content.link,
	};
	return { subject: said.subject.replace(/\s+/g, ' ').trim(), text: writePlainMail(said), html: writeHtmlMail(said, locale) };
}

function sayContact({ contact }: OwnerMailContent, options: MailOptions): string[] {
	return contact ? [m.mail_contact({ contact }, options)] : [];
}

// What people begin a letter with. Words that were written before mails had a greeting often bring their own.
const greeted = /^\s*(kære|hej|goddag|god dag|dear|hello|hi)\b/i;

/** Greeting, opening and list. The municipality's own opening takes the place of the first line; its greeting and its list, those of the rest. */
function writeOpening(content: MailContent, parts: MailParts, options: MailOptions): MailLine[] {
	const own = content.template?.opening;
	const greeting = m.mail_greeting({ name: nameReader(content, options) }, options);
	const list: MailLine[] = parts.list.length > 0 ? [parts.list] : [];
	const titled: MailLine[] = parts.list.length > 0 ? [parts.listTitle, parts.list] : [];
	if (!own) return [greeting, parts.opening, ...titled];
	const pieces = own.split('{liste}').map((piece) => fillPlaces(piece, content, parts, options));
	const lines = pieces.flatMap((piece, at) => [...(at > 0 ? list : []), ...(piece ? [piece] : [])]);
	const isGreeted = greeted.test(own) || own.includes('{navn}');
	return [...(isGreeted ? [] : [greeting]), ...lines, ...(pieces.length > 1 ? [] : titled)];
}

function nameReader({ reader }: MailContent, options: MailOptions): string {
	return reader ?? m.mail_reader_unknown({}, options);
}

function fillPlaces(own: string, content: MailContent, { about }: MailParts, options: MailOptions): string {
	const { locale } = options;
	const values: Record<Exclude<MailPlace, 'liste'>, string> = {
		navn: nameReader(content, options),
		indsatser: countInitiatives(about, locale),
		antal: String(about),
		frist: formatDate(content.deadline, locale),
		aar: String(content.year),
		kommune: m.web_municipality_name({ name: content.municipality }, { locale }),
	};
	return own.replace(/\{(navn|indsatser|antal|frist|aar|kommune)\}/g, (_, place: keyof typeof values) => values[place]).trim();
}
