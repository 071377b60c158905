import MailComposer from 'nodemailer/lib/mail-composer';
import parseAddresses from 'nodemailer/lib/addressparser';
import type { OutgoingMail } from '#domain/followup/mail.ts';

/** The mail as mail servers pass it on (RFC 5322): plain text and HTML, marked as made by a machine so that nobody's absence answers it. */
export async function composeMail({ key, to, subject, text, html }: OutgoingMail, from: string): Promise<Buffer> {
	const composer = new MailComposer({
		from,
		to,
		subject,
		text,
		html,
		messageId: `<${key}@${readHost(from)}>`,
		headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
		// What is written in a mail is never the name of a file to read.
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return composer.compile().build();
}

/** The address in a sender such as `Sorø Klima <klima@example.org>`. */
export function readAddress(sender: string): string {
	return parseAddresses(sender, { flatten: true })[0]?.address ?? sender;
}

function readHost(sender: string): string {
	return readAddress(sender).split('@').at(-1) ?? 'localhost';
}
