import type { PersonRole } from '../access/person.ts';
import type { CalendarDate } from '../shared/calendar-date.ts';
import type { AskedInitiative, Unreachable } from './gather-mails.ts';
import type { MailKind } from './mail.ts';
import type { OwnerMailKind } from './reminder-schedule.ts';

/** A municipality's own words for a kind of mail; null keeps the product's. Places such as `{frist}` are filled. */
export type MailTemplate = { readonly subject: string | null; readonly opening: string | null };

/** Mails whose words a municipality may change. */
export const adjustableMailKinds = ['invitation', 'reminder', 'overdue', 'sent back', 'digest'] as const satisfies readonly MailKind[];
export type AdjustableMailKind = (typeof adjustableMailKinds)[number];

/**
 * What may stand in a municipality's own words, and is filled from the round. `indsatser` is a number with its noun, `1 indsats`, and
 * `antal` the number alone; `liste` is the initiatives by number and name, in the weekly mail those who have yet to answer; `navn` is
 * the reader's.
 */
export const mailPlaces = ['navn', 'indsatser', 'antal', 'liste', 'frist', 'aar', 'kommune'] as const;
export type MailPlace = (typeof mailPlaces)[number];

type Common = {
	/** Name of who gets it; null in a preview to nobody in particular. */
	readonly reader: string | null;
	readonly municipality: string;
	readonly year: number;
	readonly deadline: CalendarDate;
	/** Day it is written for. */
	readonly day: CalendarDate;
	/** Where the button leads. */
	readonly link: string;
	readonly template: MailTemplate | null;
};

/** What a mail to somebody who answers says. */
export type OwnerMailContent = Common & {
	readonly kind: OwnerMailKind;
	/** Whom to ask, in words. */
	readonly contact: string | null;
	/** What to answer about, in the plan's order. Nobody else's. */
	readonly initiatives: readonly AskedInitiative[];
	/** Names of those whose answers it is about beside, or in place of, the reader's own. */
	readonly onBehalfOf: readonly string[];
};

/** Somebody who has yet to answer, and about how many initiatives. */
export type MissingAnswers = { readonly name: string; readonly waiting: number };

/** What the weekly mail to those who run the round says. */
export type DigestContent = Common & {
	readonly kind: 'digest';
	readonly asked: number;
	/** Given, accepted or not. */
	readonly answered: number;
	readonly accepted: number;
	readonly sentBack: number;
	/** Initiatives nobody is asked about. */
	readonly unassigned: number;
	/** Who can answer now and has not, those with the most first. */
	readonly missing: readonly MissingAnswers[];
	/** Numbers of the initiatives whose colour is another than the reading guide's. */
	readonly breaksGuide: readonly string[];
	/** Persons who are asked and whom mail does not reach. */
	readonly unreachable: readonly { readonly name: string; readonly why: Unreachable['why'] }[];
};

export type MailContent = OwnerMailContent | DigestContent;

/** A mail as the reader gets it. */
export type MailText = { readonly subject: string; readonly text: string; readonly html: string };

/** Puts a mail into words. */
export type WriteMail = (content: MailContent, locale: 'da' | 'en') => MailText;

/** The places in a text that nothing fills: misspelled ones. */
export function findUnknownPlaces(text: string): string[] {
	const known: readonly string[] = mailPlaces;
	return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => String(name)).filter((name) => !known.includes(name));
}

/** Roles that the weekly mail goes to. */
export const digestRoles: readonly PersonRole[] = ['coordinator', 'administrator'];

/** The address by which a person answers, as it stands in a mail; undefined where it has none. */
export function findAnswerLink(text: string): string | undefined {
	return /https?:\/\/[^\s"'<>]+\/svar\/link\/[^\s"'<>…]+/.exec(text)?.[0];
}

/** The text without what makes a link a key to somebody's answers, sign-in or calendar, for keeping after it was sent and for others. */
export function hideAnswerLink(text: string): string {
	return text.replace(/(\/svar\/link\/|\/kalender\/|[?&;]kode=)[^\s"'<>]+/g, '$1…');
}
