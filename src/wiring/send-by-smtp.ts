import { once } from 'node:events';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { Delivery } from '#domain/followup/mail.ts';
import { readAddress } from './compose-mail.ts';
import { isLoopback } from './config.ts';

// Milliseconds. Ten minutes after a mail was taken up it counts as uncertain, so handing over must have ended long before.
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 10_000 };

type SmtpError = Error & { readonly code?: string; readonly responseCode?: number; readonly command?: string };

/**
 * Hands one message to a mail server. Until the server is asked to take it, every failure means that it was not taken; after that,
 * only the server's own answer says so, and silence leaves it uncertain.
 */
export async function sendBySmtp(url: string, envelope: { from: string; to: string }, message: Buffer): Promise<Delivery> {
	const { auth, ...options } = parseConnectionUrl(url);
	const host = String(options.host);
	// A password never crosses a network in clear.
	const connection = new SMTPConnection({ ...patience, requireTLS: Boolean(auth) && !isLoopback(host), ...options });
	try {
		try {
			await connect(connection);
			if (auth) await call((done) => connection.login({ user: auth.user, pass: auth.pass }, done));
		} catch (error) {
			return { outcome: 'later', reason: describe(error) };
		}
		try {
			await call((done) => connection.send({ from: readAddress(envelope.from), to: [envelope.to] }, message, done));
			return { outcome: 'sent' };
		} catch (error) {
			return judge(error as SmtpError);
		}
	} finally {
		connection.quit();
	}
}

/** What an error while the message was handed over means. */
function judge(error: SmtpError): Delivery {
	const reason = describe(error);
	const { responseCode: code = 0, command } = error;
	if (code >= 500) return { outcome: 'refused', reason, isAddress: command === 'RCPT TO' };
	if (code >= 400) return { outcome: 'later', reason };
	// What the library itself found wrong was never sent.
	if (command === 'API') return { outcome: 'refused', reason, isAddress: error.code === 'EENVELOPE' };
	return { outcome: 'uncertain', reason };
}

async function connect(connection: SMTPConnection): Promise<void> {
	// An error after the connection is there comes to whoever waits for an answer as well; without a listener it would end the process.
	connection.on('error', () => undefined);
	const failed = once(connection, 'error').then(([error]: unknown[]) => Promise.reject(error));
	await Promise.race([new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve()))), failed]);
	failed.catch(() => undefined);
}

function call(work: (done: (error?: Error | null) => void) => void): Promise<void> {
	return new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
}

function describe(error: unknown): string {
	const { message, code } = error as SmtpError;
	return [code, message].filter(Boolean).join(': ').slice(0, 500);
}
