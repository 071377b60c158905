import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server in this process that keeps what it is handed. */
export type MailServer = {
	/** What SMTP_URL would be. */
	readonly url: string;
	/** Everything it has taken, in order. */
	readonly received: readonly ReceivedMail[];
	close(): Promise<void>;
};
export type ReceivedMail = Email & { readonly raw: string; readonly envelopeTo: readonly string[]; readonly envelopeFrom: string };

export type MailServerRules = Pick<SMTPServerOptions, 'onAuth' | 'authOptional' | 'onRcptTo' | 'onConnect'> & {
	/** Called when a mail has been taken in; what it throws is the server's answer in place of "250 OK". */
	readonly onMail?: (mail: ReceivedMail) => void | Promise<void>;
};

/** Starts it on a free port of this machine. Close it after the test. */
export async function openMailServer({ onMail, ...rules }: MailServerRules = {}): Promise<MailServer> {
	const received: ReceivedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		allowInsecureAuth: true,
		disabledCommands: ['STARTTLS'],
		...rules,
		onData: (stream, session, done) => {
			const take = async () => {
				const raw = Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>));
				const { mailFrom, rcptTo } = session.envelope;
				const envelope = { envelopeFrom: mailFrom ? mailFrom.address : '', envelopeTo: rcptTo.map((to) => to.address) };
				const mail = { ...(await PostalMime.parse(raw)), raw: raw.toString(), ...envelope };
				await onMail?.(mail);
				received.push(mail);
			};
			take().then(() => done(), done);
		},
	});
	// A client that goes in the middle of a mail is part of what is tested.
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}`, received, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The answer of a mail server that says no. */
export function answerWith(code: number, text: string): Error {
	return Object.assign(new Error(text), { responseCode: code });
}
