/**
 * Mails the product sends. `invitation` to `sent back` go to owners and are gathered to one per person and day; `digest` goes to
 * coordinators once a week; `sign-in` carries a link to sign in.
 */
export const mailKinds = ['invitation', 'reminder', 'overdue', 'sent back', 'digest', 'sign-in'] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * `queued`: to be sent. `sending`: a worker has taken it. `sent`: the mail server has it. `failed`: the server refused it.
 * `uncertain`: the worker ended while sending, so nobody knows; it is never sent again by itself.
 */
export const mailStates = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'] as const;
export type MailState = (typeof mailStates)[number];

/** A mail as it is handed to the mail server. */
export type OutgoingMail = {
	/** `0340.` and the mail's id; stands in the Message-ID, so that a bounce can be led back to it. */
	readonly key: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
};

/**
 * What became of handing a mail over. `refused`: the server said no for good, `isAddress` when it was to the address. `later`: it was
 * certainly not taken, and may be tried again. `uncertain`: the connection ended while the server had the mail in hand.
 */
export type Delivery =
	| { readonly outcome: 'sent' }
	| { readonly outcome: 'refused'; readonly reason: string; readonly isAddress: boolean }
	| { readonly outcome: 'later' | 'uncertain'; readonly reason: string };

/** Hands mails over, one at a time. */
export type SendMail = (mail: OutgoingMail) => Promise<Delivery>;
