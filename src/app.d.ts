import type { PersonRole } from '#domain/access/person.ts';
import type { Locale } from '#text/locale.ts';
import type { OpenSession, SignIn } from '#usecases/access/sign-in.ts';
import type { Context } from '#usecases/context.ts';
import type { Outbox } from '#usecases/mail/outbox.ts';

declare global {
	namespace App {
		interface Error {
			/** Shown to the reader, so that a report of the fault can be found in the log. */
			requestId?: string;
			/** The visitor is refused for want of a second factor alone, and can give it. */
			owesCode?: boolean;
			/** The visitor is not signed in, or came by an answer link that opens for less, and may be more when signed in. */
			maySignIn?: 'visitor' | 'answer link';
			/** What was typed and could not be kept, to be taken along; null or left out where there is nothing. */
			kept?: string | null;
			/** The pages of the initiatives with which the reader can go on. */
			goOn?: readonly { readonly address: string; readonly number: string }[];
		}
		interface Locals {
			locale: Locale;
			requestId: string;
			/** Who asks, the database and the clock: the first argument of every use case. */
			context: Context;
			/** The sign-in, for this request. */
			signIn: SignIn;
			/** The session of the browser, whatever it is worth here; null for a visitor. */
			open: OpenSession | null;
			/** True for one who is somebody here and acts as a reader until a second factor is given. */
			owesCode: boolean;
			/** Does work when the answer is on its way, so that neither its content nor its time tells anything of it. */
			later(work: () => Promise<unknown>): void;
			/** Sends the mails with links to sign in that a municipality has queued. */
			sendSignInMails(municipality: string): Promise<void>;
			/** The signed-in person in the municipality the page is about; null for visitors and for who is nobody there. */
			person: { readonly id: string; readonly name: string; readonly role: PersonRole } | null;
			/** True for a visitor of the local demo who is not signed in and plays the coordinator. */
			demo: boolean;
			/** True where this visitor may change the plan of the municipality the page is about. */
			mayEdit: boolean;
			/** Mails that were put aside because there is no mail server; null where there is one. */
			outbox: Outbox | null;
			/** The measurements, for who may read them by the `authorization` of the request; null for others. */
			readMetrics(authorization: string | null): Promise<{ readonly contentType: string; readonly text: string } | null>;
		}
		interface PageData {
			/** The municipality the page is about; its name, links and accent stand in the header. */
			municipality?: { readonly code: string; readonly name: string; readonly slug: string; readonly hasPlan: boolean };
			/** Whether the municipality has a path. */
			hasPath?: boolean;
			/** Where the figures of the page come from, for the foot. */
			sources?: readonly string[];
		}
	}
}

export {};
