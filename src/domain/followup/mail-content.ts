import type { PersonRole } from '../access/person.ts';
import type { CalendarDate } from '../shared/calendar-date.ts';
import type { MailKind } from './mail.ts';
import type { OwnerMailKind } from './reminder-schedule.ts';

/** A municipality's own words for a kind of mail; null keeps the product's. Places such as `{frist}` are filled. */
export type MailTemplate = { readonly subject: string | null; readonly opening: string | null };

/** Mails whose words a municipality may change. */
export const adjustableMailKinds = ['invitation', 'reminder', 'overdue', 'sent back', 'digest'] as const satisfies readonly MailKind[];
export type AdjustableMailKind = (typeof adjustableMailKinds)[number];

/** What may stand in a municipality's own words, and is filled from the round. */
export const mailPlaces = ['antal', 'frist', 'aar', 'kommune'] as const;
export type MailPlace = (typeof mailPlaces)[number];

type Common = {
	readonly municipality: string;
	readonly year: number;
	readonly deadline: CalendarDate;
	/** Day it is written for. */
	readonly day: CalendarDate;
	/** Where the button leads. */
	readonly link: string;
	/** Whom to ask, in words. */
	readonly contact: string | null;
	readonly template: MailTemplate | null;
};

/** What a mail to somebody who answers says. */
export type OwnerMailContent = Common & {
	readonly kind: OwnerMailKind;
	/** Initiatives to answer about. */
	readonly waiting: number;
	/** Of these, how many were sent back. */
	readonly sentBack: number;
	/** Names of those whose answers it is about beside, or in place of, the reader's own. */
	readonly onBehalfOf: readonly string[];
};

/** What the weekly mail to those who run the round says. */
export type DigestContent = Common & {
	readonly kind: 'digest';
	readonly asked: number;
	readonly answered: number;
	readonly sentBack: number;
	/** Initiatives nobody is asked about. */
	readonly unassigned: number;
	/** Persons who are asked and whom mail does not reach. */
	readonly unreachable: number;
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
