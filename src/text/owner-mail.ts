import type { AskedInitiative } from '#domain/followup/gather-mails.ts';
import type { OwnerMailContent } from '#domain/followup/mail-content.ts';
import type { OwnerMailKind } from '#domain/followup/reminder-schedule.ts';
import { formatList } from './format.ts';
import type { MailLine } from './mail-frame.ts';
import { countInitiatives } from './mail-labels.ts';
import { chooseMailWords, listSome, type MailOptions, type MailParts, type MailSentence } from './mail-words.ts';
import { m } from './paraglide/messages.js';

const subjects: Record<Exclude<OwnerMailKind, 'sent back'>, MailSentence> = {
	invitation: m.mail_subject_invitation,
	reminder: m.mail_subject_reminder,
	overdue: m.mail_subject_overdue,
};
const openings: Record<OwnerMailKind, MailSentence> = {
	invitation: m.mail_opening_invitation,
	reminder: m.mail_opening_reminder,
	overdue: m.mail_opening_overdue,
	'sent back': m.mail_opening_sent_back,
};

/** Puts into words what somebody is to answer about: what was sent back before what else is missing. */
export function writeOwnerMail(content: OwnerMailContent, options: MailOptions): MailParts {
	const { kind, initiatives, onBehalfOf, day, deadline } = content;
	const isBack = kind === 'sent back';
	const about = isBack ? initiatives.filter(({ isSentBack }) => isSentBack) : initiatives;
	const also = isBack ? initiatives.filter(({ isSentBack }) => !isSentBack) : [];
	const words = chooseMailWords(content, about.length, options);
	const isLate = isBack && day > deadline;
	const late = isLate ? m.mail_subject_sent_back_late : m.mail_subject_sent_back;
	const name = (those: readonly AskedInitiative[]) => listSome(those.map(nameInitiative(content, options)), options);
	const rest: MailLine[] = [];
	if (also.length > 0) rest.push(m.mail_also_waiting({ what: countInitiatives(also.length, options.locale) }, options), name(also));
	if (onBehalfOf.length > 0) rest.push(m.mail_on_behalf_of({ names: formatList(onBehalfOf, options.locale) }, options));
	return {
		subject: (isBack ? late : subjects[kind])(words, options),
		opening: (isLate ? m.mail_opening_sent_back_late : openings[kind])(words, options),
		listTitle: m.mail_list_title({}, options),
		list: name(about),
		rest,
		about: about.length,
	};
}

/** Its number and name; of another round than the mail's first, also which. */
const nameInitiative =
	({ year }: OwnerMailContent, options: MailOptions) =>
	(one: AskedInitiative): string => {
		const name = `${one.number} ${one.title}`.replace(/\s+/g, ' ').trim();
		return one.year === year ? name : m.mail_list_of_round({ name, year: one.year }, options);
	};
