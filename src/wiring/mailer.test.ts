import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answerWith, openMailServer, type MailServer, type MailServerRules } from '../../test/mail-server.ts';
import { openMailer, outboxFolder } from './mailer.ts';
import { openOutbox } from './outbox.ts';

const mail = {
	key: '0340.00000000-0000-4000-8000-000000000001',
	to: 'et@example.org',
	subject: 'Svar om 3 indsatser senest 1. maj 2026 – Sorø',
	text: 'Svar her:\nhttps://klima.example.org/soroe/svar/link/0340-abc',
	html: '<p>Svar her: <a href="https://klima.example.org/x">Svar nu</a></p>',
};
const from = 'Sorø Klima <klima@example.org>';

const closing: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

async function start(rules: MailServerRules = {}): Promise<MailServer> {
	const server = await openMailServer(rules);
	closing.push(server.close);
	return server;
}

const by = (smtpUrl: string | null, dataDir = '/nonexistent') => openMailer({ smtpUrl, mailFrom: from, dataDir });

describe('a mail by SMTP', () => {
	it('arrives as it was written, in plain text and HTML, from the configured sender', async () => {
		const server = await start();
		expect(await by(server.url)(mail)).toEqual({ outcome: 'sent' });
		const [got] = server.received;
		expect(got).toMatchObject({ subject: mail.subject, envelopeFrom: 'klima@example.org', envelopeTo: ['et@example.org'] });
		expect(got?.from).toEqual({ address: 'klima@example.org', name: 'Sorø Klima' });
		expect(got?.text?.trimEnd()).toBe(mail.text);
		expect(got?.html?.trim()).toBe(mail.html);
		expect(got?.messageId).toBe(`<${mail.key}@example.org>`);
		expect(got?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
	});

	it('signs in where the address says how', async () => {
		const server = await start({
			authOptional: false,
			onAuth: ({ username, password }, _session, done) =>
				username === 'klima' && password === 'secret' ? done(null, { user: 'klima' }) : done(answerWith(535, 'no')),
		});
		const address = (password: string) => server.url.replace('//', `//klima:${password}@`);
		expect(await by(address('secret'))(mail)).toEqual({ outcome: 'sent' });
		// The sender's own mistake is not held against the address.
		expect(await by(address('wrong'))(mail)).toMatchObject({ outcome: 'later' });
		expect(server.received).toHaveLength(1);
	});

	it('is refused for good when the server does not know the address', async () => {
		const server = await start({ onRcptTo: (_to, _session, done) => done(answerWith(550, 'no such user here')) });
		const delivery = await by(server.url)(mail);
		expect(delivery).toMatchObject({ outcome: 'refused', isAddress: true, reason: expect.stringContaining('no such user here') });
	});

	it('is refused without blaming the address when the content is not taken', async () => {
		const server = await start({ onMail: () => Promise.reject(answerWith(554, 'looks like spam')) });
		expect(await by(server.url)(mail)).toMatchObject({ outcome: 'refused', isAddress: false });
	});

	it('may be tried later when the server is busy or cannot be reached', async () => {
		const busy = await start({ onRcptTo: (_to, _session, done) => done(answerWith(451, 'greylisted')) });
		expect(await by(busy.url)(mail)).toMatchObject({ outcome: 'later', reason: expect.stringContaining('greylisted') });
		expect(await by('smtp://127.0.0.1:1')(mail)).toMatchObject({ outcome: 'later' });
	});

	it('is uncertain when the server goes while it has the mail in hand', async () => {
		const server = createServer((socket) => {
			const answers = ['250 ok\r\n', '250 ok\r\n', '250 ok\r\n', '354 go on\r\n'];
			socket.on('error', () => undefined);
			socket.write('220 here\r\n');
			socket.on('data', () => (answers.length > 0 ? socket.write(answers.shift() ?? '') : socket.destroy()));
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		closing.push(() => server.close());
		expect(await by(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`)(mail)).toMatchObject({ outcome: 'uncertain' });
	});
});

describe('a mail without a mail server', () => {
	it('lies in the outbox as a file that can be read again, and that nobody else on the machine can', async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'fremdrift-outbox-'));
		closing.push(() => rmSync(dataDir, { recursive: true }));
		const folder = outboxFolder({ dataDir });
		const outbox = openOutbox(folder);
		expect(await outbox.list('0340.', 10)).toEqual([]);
		expect(await by(null, dataDir)(mail)).toEqual({ outcome: 'sent' });
		await by(null, dataDir)({ ...mail, key: '0151.other' });
		expect(readdirSync(folder).sort()).toEqual(['0151.other.eml', `${mail.key}.eml`]);
		expect(statSync(join(folder, '0151.other.eml')).mode & 0o077).toBe(0);
		const [kept, ...more] = await outbox.list('0340.', 10);
		expect(more).toEqual([]);
		expect(kept).toMatchObject({ to: mail.to, subject: mail.subject, text: mail.text });
	});
});
