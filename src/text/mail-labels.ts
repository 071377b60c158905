import type { MailKind, MailState } from '#domain/followup/mail.ts';
import { mailPlaces, type MailPlace } from '#domain/followup/mail-content.ts';
import { formatChoice } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Word = (inputs: Record<never, never>, options: { readonly locale: Locale }) => string;

const kinds: Record<MailKind, Word> = {
	invitation: m.mail_kind_invitation,
	reminder: m.mail_kind_reminder,
	overdue: m.mail_kind_overdue,
	'sent back': m.mail_kind_sent_back,
	digest: m.mail_kind_digest,
	'sign-in': m.mail_kind_sign_in,
};
const states: Record<MailState, Word> = {
	queued: m.mail_state_queued,
	sending: m.mail_state_sending,
	sent: m.mail_state_sent,
	failed: m.mail_state_failed,
	uncertain: m.mail_state_uncertain,
	cancelled: m.mail_state_cancelled,
};

/** What a kind of mail is called. */
export function mailKindLabel(kind: MailKind, locale: Locale): string {
	return kinds[kind]({}, { locale });
}

/** How a mail stands. */
export function mailStateLabel(state: MailState, locale: Locale): string {
	return states[state]({}, { locale });
}

/** `1 indsats`, `3 indsatser`. */
export function countInitiatives(count: number, locale: Locale): string {
	return count === 1 ? m.mail_initiatives_one({}, { locale }) : m.mail_initiatives_many({ count }, { locale });
}

const places: Record<MailPlace, Word> = {
	navn: m.mail_place_name,
	indsatser: m.mail_place_initiatives,
	antal: m.mail_place_count,
	liste: m.mail_place_list,
	frist: m.mail_place_deadline,
	aar: m.mail_place_year,
	kommune: m.mail_place_municipality,
};
const writePlace = (place: MailPlace) => `{${place}}`;

/** The places that a municipality's own words may have, as they are typed, and what each is filled with. */
export function listMailPlaces(locale: Locale): { readonly place: string; readonly meaning: string }[] {
	return mailPlaces.map((place) => ({ place: writePlace(place), meaning: places[place]({}, { locale }) }));
}

/** The same as a choice in a sentence. */
export function chooseMailPlaces(locale: Locale): string {
	return formatChoice(mailPlaces.map(writePlace), locale);
}
