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
